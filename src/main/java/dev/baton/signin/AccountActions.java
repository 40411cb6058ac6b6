package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Account-wide actions of owners and administrators; each is audited in the same transaction. */
@Component
public class AccountActions {

  private final EngineSignIn engine;
  private final UserCache people;
  private final AccountRevisions accounts;
  private final ApiTokens tokens;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final SignInThrottle tries;
  private final SignInLog log;

  AccountActions(
      EngineSignIn engine,
      UserCache people,
      AccountRevisions accounts,
      ApiTokens tokens,
      Passkeys passkeys,
      Sessions sessions,
      SignInThrottle tries,
      SignInLog log) {
    this.engine = engine;
    this.people = people;
    this.accounts = accounts;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.tries = tries;
    this.log = log;
  }

  /**
   * Changes the owner's password and ends all sessions. Passkeys and the second factor stay; tokens
   * stay if the owner wants.
   *
   * @param chosen a password that complies with the rules
   */
  @Transactional
  public void changePassword(String login, String chosen, boolean revokesTokens) {
    if (revokesTokens) {
      tokens.revokeAll(login, login);
    }
    setPassword(login, chosen);
    accounts.renew(login);
    log.note(AuditKind.CREDENTIALS_CHANGED, login, "Changed the password");
  }

  /**
   * Sets the password of an invited person, ends all sessions and revokes all tokens. The second
   * factor stays.
   */
  @Transactional
  void setInvitedPassword(String login, String chosen) {
    tokens.revokeAll(login, login);
    setPassword(login, chosen);
    accounts.renew(login);
    tries.unlock(login);
    log.note(AuditKind.CREDENTIALS_CHANGED, login, "Set the password by an invitation");
  }

  /**
   * Stores the same password with the current hash. Tokens and passkeys stay; older sessions end.
   */
  @Transactional
  public void storeAnew(String login, String password) {
    if (engine.isStoredInAnOldWay(login) && engine.brokenRules(login, password).isEmpty()) {
      setPassword(login, password);
    }
  }

  private void setPassword(String login, String password) {
    String before = people.findAnew(login).orElseThrow().credentials();
    engine.changePassword(login, password);
    String mark = people.findAnew(login).orElseThrow().credentials();
    tokens.carryOver(login, before, mark);
    passkeys.carryOver(login, before, mark);
  }

  /** Ends all sessions of a person, and on request revokes their tokens. */
  @Transactional
  public void signOutEverywhere(String actor, String login, boolean revokesTokens) {
    accounts.renew(login);
    if (revokesTokens) {
      tokens.revokeAll(login, actor);
    }
    log.note(AuditKind.SIGNED_OUT, actor, login, "Signed out everywhere");
  }

  /** Ends one of the owner's own sessions on any node; does nothing if it has already ended. */
  @Transactional
  public void endSession(String login, String id) {
    if (sessions.end(login, id)) {
      log.note(AuditKind.SIGNED_OUT, login, "Ended one of the sessions");
    }
  }

  /** Lets a person try to sign in again at once. */
  @Transactional
  public void unlock(String actor, String login) {
    tries.unlock(login);
    log.note(AuditKind.CREDENTIALS_CHANGED, actor, login, "Unlocked the account");
  }
}
