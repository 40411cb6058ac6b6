package dev.baton.signin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where people begin. */
@Component
public class HomePage {

  private final List<FirstPage> first;

  public HomePage(List<FirstPage> first) {
    this.first = first;
  }

  public String of(Collection<String> groups) {
    return first.stream()
        .map(page -> page.of(groups))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> RedirectTarget.home(groups));
  }
}
