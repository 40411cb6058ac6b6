package dev.baton.staff;

import java.util.Set;

/** Where people can sign in: the engine's users and groups, kept as the directory says. */
public interface UserAccounts {

  /** The group exists and has this name. */
  void keepGroup(String id, String name);

  /**
   * The person exists and is in these groups, and in no other one of the desk's.
   *
   * @param password null leaves it as it is; a new person gets none and cannot sign in
   * @throws dev.baton.web.validation.InvalidInput when the password is too weak
   */
  void keepPerson(String login, String name, String email, Set<String> groups, String password);

  /** The person cannot sign in any more. */
  void removePerson(String login);
}
