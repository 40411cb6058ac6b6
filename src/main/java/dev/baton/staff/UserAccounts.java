package dev.baton.staff;

import java.util.Set;

/**
 * The accounts with which people sign in: the engine's users and groups, kept in step with the
 * directory.
 */
public interface UserAccounts {

  /** Ensures that the group exists and has this name. */
  void keepGroup(String id, String name);

  /**
   * Ensures that the person exists and is in these groups, and in no others of the desk.
   *
   * @param password null leaves it as it is; a new person gets none and cannot sign in
   * @throws dev.baton.web.validation.InvalidInput when the password is too weak
   */
  void keepPerson(String login, String name, String email, Set<String> groups, String password);

  /** Stops the person from signing in. */
  void removePerson(String login);
}
