package dev.baton.access;

import java.util.Optional;

/**
 * Who sends a request.
 *
 * @param login sign-in name
 * @param requester who they are at their client, for a client's person; empty for the desk's people
 */
public record Caller(String login, Optional<RequesterIdentity> requester) {

  public boolean isRequester() {
    return requester.isPresent();
  }

  /** The only client whose incidents they see, or null for all. */
  public Long onlyClient() {
    return requester.map(RequesterIdentity::clientId).orElse(null);
  }
}
