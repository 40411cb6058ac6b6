package dev.baton.signin;

import dev.baton.access.SecretEncryption;
import dev.baton.access.TokenScope;
import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens with which programs sign in on a person's behalf, within a scope and for at most a year. A
 * token is shown once; only its hash is stored. It becomes invalid when the password under which it
 * was created changes, unless the owner keeps it.
 */
@Component
public class ApiTokens {

  static final String PREFIX = "baton_";
  static final int MOST_DAYS = 366;

  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_NAME = 100;
  private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);

  private final StoredTokens stored;
  private final SecretEncryption keeper;
  private final UserCache people;
  private final SignInLog log;
  private final Clock clock;

  ApiTokens(
      StoredTokens stored, SecretEncryption keeper, UserCache people, SignInLog log, Clock clock) {
    this.stored = stored;
    this.keeper = keeper;
    this.people = people;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A token without its text; the instants of use and revocation may be null.
   *
   * @param passwordMark mark of the password that its owner had: {@link Known#credentials()}
   */
  public record Token(
      long id,
      String login,
      String name,
      Set<TokenScope> scopes,
      Instant madeAt,
      Instant expiresAt,
      Instant usedAt,
      Instant revokedAt,
      String passwordMark) {

    public boolean isGoodAt(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Whether the owner still has the password under which it was created. */
    boolean isOf(Known owner) {
      return passwordMark.equals(owner.credentials());
    }
  }

  /** A new token and its text, which is shown only once. */
  public record Made(Token token, String text) {}

  /** The reasons for refusing a token; the field is the one in the API. */
  public static class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    TokenRefused(String field, String message) {
      super(message);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /**
   * Creates a token for a person.
   *
   * @throws TokenRefused without a name or scope, or with days beyond a year
   */
  @Transactional
  public Made make(String login, String name, Set<TokenScope> scopes, int days) {
    if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw new TokenRefused("name", "must say in 1 to 100 characters what the token is for");
    }
    if (scopes == null || scopes.isEmpty()) {
      throw new TokenRefused("scopes", "must name one at least: READ, REPORT, WORK, ADMINISTER");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new TokenRefused("days", "must be 1 to 366");
    }
    Known owner = people.findAnew(login).orElseThrow();
    String text =
        PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(keeper.random(TOKEN_BYTES));
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofDays(days));
    long id =
        stored.add(
            new Token(0, login, name.strip(), scopes, now, end, null, null, owner.credentials()),
            text);
    log.note(
        AuditKind.TOKEN_CHANGED,
        login,
        "Made token %d, %s, for %d days".formatted(id, StoredTokens.words(scopes), days));
    return new Made(find(id).orElseThrow(), text);
  }

  /** Returns a person's tokens, newest first, including invalid ones. */
  @Transactional
  public List<Token> of(String login) {
    endOutdated(login);
    return stored.of(login);
  }

  /** Returns everybody's tokens that are neither revoked nor expired, newest first. */
  @Transactional(readOnly = true)
  public List<Token> good() {
    return stored.good(clock.instant());
  }

  public Optional<Token> find(long id) {
    return stored.find(id);
  }

  /** Returns the token with this text, valid or not. */
  Optional<Token> withText(String text) {
    return stored.withText(text);
  }

  /** Revokes tokens created under a password that someone else has replaced since. */
  @Transactional
  public void endOutdated(String login) {
    Optional<Known> owner = people.findAnew(login);
    stored.of(login).stream()
        .filter(token -> token.revokedAt() == null)
        .filter(token -> owner.filter(it -> !token.isOf(it)).isPresent())
        .forEach(token -> revoke(token, "flow", ": another password was set"));
  }

  /** Records the last use of a token, to the minute. */
  @Transactional
  public void used(Token token) {
    Instant now = clock.instant();
    if (token.usedAt() == null || token.usedAt().plus(NOTED_AGAIN).isBefore(now)) {
      stored.used(token.id(), now);
    }
  }

  /** Revokes the token, immediately and on all nodes. */
  @Transactional
  public void revoke(Token token, String actor) {
    revoke(token, actor, "");
  }

  /** Revokes all tokens of a person. */
  @Transactional
  public void revokeAll(String login, String actor) {
    stored.of(login).stream()
        .filter(token -> token.revokedAt() == null)
        .forEach(token -> revoke(token, actor, ""));
  }

  private void revoke(Token token, String actor, String why) {
    if (stored.revoke(token.id(), clock.instant())) {
      log.note(
          AuditKind.TOKEN_CHANGED,
          actor,
          token.login(),
          "Revoked token %d%s".formatted(token.id(), why));
    }
  }

  /** Keeps the owner's tokens valid under their new password. */
  void carryOver(String login, String markBefore, String mark) {
    stored.carryOver(login, markBefore, mark);
  }
}
