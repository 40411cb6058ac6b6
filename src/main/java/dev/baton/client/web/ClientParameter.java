package dev.baton.client.web;

import dev.baton.access.Caller;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.web.ListParameters;
import java.util.Optional;

/** Reads the client that a list is limited to. */
public final class ClientParameter {

  private ClientParameter() {}

  /** The id of the client asked for, or the only one that the caller may see, or null for all. */
  public static Long of(ListParameters parameters, Caller caller, ClientDirectory clients) {
    String asked = parameters.words("client");
    if (asked == null) {
      return caller.onlyClient();
    }
    Optional<Long> found =
        clients
            .find(asked)
            .map(ClientView::id)
            .filter(id -> caller.onlyClient() == null || caller.onlyClient().equals(id));
    if (found.isEmpty()) {
      parameters.complain("client", "client " + asked + " does not exist");
    }
    return found.orElse(caller.onlyClient());
  }
}
