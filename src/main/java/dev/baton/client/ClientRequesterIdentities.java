package dev.baton.client;

import dev.baton.access.RequesterIdentities;
import dev.baton.access.RequesterIdentity;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The requesters who may sign in, as access control sees them. */
@Component
class ClientRequesterIdentities implements RequesterIdentities {

  private final ClientDirectory clients;

  ClientRequesterIdentities(ClientDirectory clients) {
    this.clients = clients;
  }

  @Override
  public Optional<RequesterIdentity> withLogin(String login) {
    return clients
        .requesterWithLogin(login)
        .map(
            person ->
                new RequesterIdentity(
                    person.id(), person.clientId(), person.name(), person.email(), person.phone()));
  }
}
