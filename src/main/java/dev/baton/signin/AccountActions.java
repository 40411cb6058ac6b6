package dev.baton.signin;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people and administrators do with an account as a whole, on record in one transaction. */
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
   * The owner has another password from now on; all sessions end. Passkeys and the second factor
   * stay, tokens if they want.
   *
   * @param chosen a password that breaks no rule
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

  /** The same password, stored in today's way; tokens and passkeys stay, older sessions end. */
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

  /** All sessions of somebody end, and their tokens if whoever does it wants. */
  @Transactional
  public void signOutEverywhere(String actor, String login, boolean revokesTokens) {
    accounts.renew(login);
    if (revokesTokens) {
      tokens.revokeAll(login, actor);
    }
    log.note(AuditKind.SIGNED_OUT, actor, login, "Signed out everywhere");
  }

  /** One session of one's own ends, wherever it is; nothing where it has ended already. */
  @Transactional
  public void endSession(String login, String id) {
    if (sessions.end(login, id)) {
      log.note(AuditKind.SIGNED_OUT, login, "Ended one of the sessions");
    }
  }

  /** Somebody may try to sign in again at once. */
  @Transactional
  public void unlock(String actor, String login) {
    tries.unlock(login);
    log.note(AuditKind.CREDENTIALS_CHANGED, actor, login, "Unlocked the account");
  }
}
