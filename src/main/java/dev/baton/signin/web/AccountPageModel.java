package dev.baton.signin.web;

import dev.baton.access.TokenScope;
import dev.baton.engine.EngineSignIn;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.engine.PasswordRule;
import dev.baton.signin.AccountRevisions;
import dev.baton.signin.ApiTokens;
import dev.baton.signin.Passkeys;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.RequiredSecondFactor;
import dev.baton.signin.SecondFactors;
import dev.baton.signin.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Collects the content of the account page. */
@Component
class AccountPageModel {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EngineSignIn engine;
  private final AccountRevisions accounts;
  private final SecondFactors secondFactors;
  private final RequiredSecondFactor required;
  private final ApiTokens tokens;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final Clock clock;

  AccountPageModel(
      EngineSignIn engine,
      AccountRevisions accounts,
      SecondFactors secondFactors,
      RequiredSecondFactor required,
      ApiTokens tokens,
      Passkeys passkeys,
      Sessions sessions,
      Clock clock) {
    this.engine = engine;
    this.accounts = accounts;
    this.secondFactors = secondFactors;
    this.required = required;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** The whole page. */
  record Account(
      String login,
      String name,
      String home,
      List<PasswordRule> rules,
      boolean hasSecondFactor,
      boolean mustHaveSecondFactor,
      int recoveryCodes,
      List<Passkeys.Passkey> passkeys,
      List<ListedToken> tokens,
      TokenScope[] scopes,
      List<SessionLine> sessions) {}

  /** A token in the list. */
  record ListedToken(
      long id, String name, Set<TokenScope> scopes, String made, String expires, String used) {}

  /**
   * A session in the list.
   *
   * @param isThis whether it is the current session
   */
  record SessionLine(
      String id, boolean isThis, String browser, String address, String began, String seen) {}

  /**
   * @param session the id of the current session
   */
  Account of(Known person, String session) {
    String login = person.login();
    Instant now = clock.instant();
    return new Account(
        login,
        person.name(),
        RedirectTarget.home(person.groups()),
        engine.passwordRules(),
        accounts.standing(login).hasSecondFactor(),
        required.isAskedOf(person.groups()),
        secondFactors.recoveryCodesLeft(login),
        passkeys.of(person),
        tokens.of(login).stream()
            .filter(token -> token.isGoodAt(now))
            .map(AccountPageModel::line)
            .toList(),
        TokenScope.values(),
        sessions.open(person).stream().map(open -> line(open, session)).toList());
  }

  private static SessionLine line(Sessions.OpenSession open, String session) {
    return new SessionLine(
        open.id(),
        open.id().equals(session),
        open.browser(),
        open.address(),
        DAY.format(open.beganAt()),
        DAY.format(open.seenAt()));
  }

  private static ListedToken line(ApiTokens.Token token) {
    return new ListedToken(
        token.id(),
        token.name(),
        token.scopes(),
        DAY.format(token.madeAt()),
        DAY.format(token.expiresAt()),
        token.usedAt() == null ? null : DAY.format(token.usedAt()));
  }
}
