package dev.baton.client;

import dev.baton.access.RequesterIdentities;
import dev.baton.access.RequesterIdentity;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Provides the requesters who may sign in to access control. */
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
