package dev.baton.client;

import dev.baton.web.validation.InvalidInput;

/** Allows requesters to sign in, or stops them; does not touch the desk's own people. */
public interface RequesterSignIns {

  /**
   * Lets the requester sign in with this name; a null password leaves the present one.
   *
   * @throws InvalidInput when an agent has the name, or the password is too weak
   */
  void allowRequester(String login, String name, String email, String password);

  /** Stops the requester with this sign-in name from signing in; an agent's sign-in stays. */
  void withdrawRequester(String login);
}
