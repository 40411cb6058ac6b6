package dev.baton.intake.internal.api;

import dev.baton.client.RequesterView;
import java.util.Optional;

/**
 * Who sends a request.
 *
 * @param login sign-in name
 * @param requester who they are at their client, for a client's person; empty for the desk's people
 */
record Caller(String login, Optional<RequesterView> requester) {

  boolean isRequester() {
    return requester.isPresent();
  }

  /** The only client whose incidents they see, or null for all. */
  Long onlyClient() {
    return requester.map(RequesterView::clientId).orElse(null);
  }
}
