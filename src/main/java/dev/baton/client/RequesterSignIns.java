package dev.baton.client;

import dev.baton.web.validation.InvalidInput;

/** Lets requesters sign in, or no longer; the people of the desk are none of its business. */
public interface RequesterSignIns {

  /**
   * The requester may sign in with this name; a null password leaves the present one.
   *
   * @throws InvalidInput when an agent has the name, or the password is too weak
   */
  void allowRequester(String login, String name, String email, String password);

  /** The requester who had this sign-in name cannot sign in any more; an agent's stays. */
  void withdrawRequester(String login);
}
