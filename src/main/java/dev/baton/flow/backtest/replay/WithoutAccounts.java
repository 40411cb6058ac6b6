package dev.baton.flow.backtest.replay;

import dev.baton.staff.UserAccounts;
import java.util.Set;

/**
 * Nobody signs in to a scratch desk, so its people have no accounts. Drawing, checking and hashing
 * a password for everybody named in a log takes longer than all else about them.
 */
final class WithoutAccounts implements UserAccounts {

  @Override
  public void keepGroup(String id, String name) {
    // there is none
  }

  @Override
  public void keepPerson(
      String login, String name, String email, Set<String> groups, String password) {
    // there is none
  }

  @Override
  public void removePerson(String login) {
    // there is none
  }
}
