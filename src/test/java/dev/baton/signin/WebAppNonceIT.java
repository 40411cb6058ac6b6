package dev.baton.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A browser runs the scripts of a page only if their nonce is the one of the page's own header. */
class WebAppNonceIT extends SignInDesk {

  private static final int LOADS = 500;
  private static final int AT_ONCE = 10;
  private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

  @Test
  void everyPageHasTheNonceOfItsOwnHeaderHoweverManyAreLoadedAtOnce() throws Exception {
    Visitor manager = signedIn(person(Role.SERVICE_DESK_MANAGER));
    ExecutorService browsers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Visitor.Answer>> loads =
          IntStream.range(0, LOADS)
              .mapToObj(at -> browsers.submit(() -> manager.twin().get(page(at))))
              .toList();
      List<String> seen = new ArrayList<>();
      for (Future<Visitor.Answer> load : loads) {
        seen.add(nonceOf(load.get()));
      }
      assertThat(seen).as("nobody can guess the next one").doesNotHaveDuplicates();
    } finally {
      browsers.shutdownNow();
    }
  }

  private static String page(int at) {
    return at % 2 == 0 ? TASKLIST : "/camunda/app/welcome/default/";
  }

  private static String nonceOf(Visitor.Answer page) {
    assertThat(page.status()).isEqualTo(200);
    Matcher header = IN_HEADER.matcher(page.header("Content-Security-Policy"));
    assertThat(header.find()).isTrue();
    List<String> inPage = IN_PAGE.matcher(page.body()).results().map(it -> it.group(1)).toList();
    assertThat(inPage).isNotEmpty().containsOnly(header.group(1));
    return header.group(1);
  }
}
