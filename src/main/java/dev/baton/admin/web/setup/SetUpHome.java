package dev.baton.admin.web.setup;

import dev.baton.client.ClientDirectory;
import dev.baton.signin.FirstPage;
import dev.baton.staff.Role;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Administrators of a desk without clients begin with the guide. */
@Component
class SetUpHome implements FirstPage {

  private final ClientDirectory clients;

  SetUpHome(ClientDirectory clients) {
    this.clients = clients;
  }

  @Override
  public Optional<String> of(Collection<String> groups) {
    return groups.contains(Role.ADMIN.group()) && clients.isEmpty()
        ? Optional.of(SetUpController.PATH)
        : Optional.empty();
  }
}
