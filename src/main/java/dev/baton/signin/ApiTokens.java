package dev.baton.signin;

import dev.baton.access.Scope;
import dev.baton.audit.AuditKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which programs sign in in somebody's name, within a scope and for a year at most. A
 * token is told once; what is stored is its hash.
 */
@Component
class ApiTokens {

  static final String PREFIX = "baton_";
  static final int MOST_DAYS = 366;

  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_NAME = 100;
  private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);

  private final JdbcTemplate jdbc;
  private final SecretKeeper keeper;
  private final SignInLog log;
  private final Clock clock;

  ApiTokens(JdbcTemplate jdbc, SecretKeeper keeper, SignInLog log, Clock clock) {
    this.jdbc = jdbc;
    this.keeper = keeper;
    this.log = log;
    this.clock = clock;
  }

  /** A token as it may be shown at any time; the instants of use and revocation may be null. */
  record Token(
      long id,
      String login,
      String name,
      Set<Scope> scopes,
      Instant madeAt,
      Instant expiresAt,
      Instant usedAt,
      Instant revokedAt) {

    boolean isGoodAt(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }
  }

  /** A new token and its text, which is told this once. */
  record Made(Token token, String text) {}

  /** What a token may not be; the field is the one of the API. */
  static class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    TokenRefused(String field, String message) {
      super(message);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /**
   * Makes a token for somebody.
   *
   * @throws TokenRefused without a name or scope, or with days beyond a year
   */
  @Transactional
  public Made make(String login, String name, Set<Scope> scopes, int days) {
    if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw new TokenRefused("name", "must say in 1 to 100 characters what the token is for");
    }
    if (scopes == null || scopes.isEmpty()) {
      throw new TokenRefused("scopes", "must name one at least: READ, REPORT, WORK, ADMINISTER");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new TokenRefused("days", "must be 1 to 366");
    }
    String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn());
    Instant now = clock.instant();
    long id = insert(login, name.strip(), scopes, text, now, now.plus(Duration.ofDays(days)));
    log.note(
        AuditKind.TOKEN_CHANGED,
        login,
        "Made token %d, %s, for %d days".formatted(id, words(scopes), days));
    return new Made(find(id).orElseThrow(), text);
  }

  private byte[] drawn() {
    return keeper.random(TOKEN_BYTES);
  }

  private long insert(
      String login, String name, Set<Scope> scopes, String text, Instant now, Instant end) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          var statement =
              connection.prepareStatement(
                  "insert into api_token (login, name, scopes, token_hash, made_at, expires_at)"
                      + " values (?, ?, ?, ?, ?, ?)",
                  new String[] {"id"});
          statement.setString(1, login);
          statement.setString(2, name);
          statement.setString(3, words(scopes));
          statement.setString(4, Hashes.of(text));
          statement.setTimestamp(5, Timestamp.from(now));
          statement.setTimestamp(6, Timestamp.from(end));
          return statement;
        },
        key);
    return key.getKey().longValue();
  }

  /** The tokens of somebody, the newest first, those that are good no more among them. */
  List<Token> of(String login) {
    return jdbc.query(
        "select * from api_token where login = ? order by id desc", ApiTokens::read, login);
  }

  Optional<Token> find(long id) {
    return jdbc.query("select * from api_token where id = ?", ApiTokens::read, id).stream()
        .findFirst();
  }

  /** The token with this text, good or not. */
  Optional<Token> withText(String text) {
    return jdbc
        .query("select * from api_token where token_hash = ?", ApiTokens::read, Hashes.of(text))
        .stream()
        .findFirst();
  }

  /** Notes that a token was used, to the minute. */
  @Transactional
  public void used(Token token) {
    Instant now = clock.instant();
    if (token.usedAt() == null || token.usedAt().plus(NOTED_AGAIN).isBefore(now)) {
      jdbc.update("update api_token set used_at = ? where id = ?", Timestamp.from(now), token.id());
    }
  }

  /** The token is good no more, at once and on all nodes. */
  @Transactional
  public void revoke(Token token, String actor) {
    int changed =
        jdbc.update(
            "update api_token set revoked_at = ? where id = ? and revoked_at is null",
            Timestamp.from(clock.instant()),
            token.id());
    if (changed == 1) {
      log.note(
          AuditKind.TOKEN_CHANGED, actor, token.login(), "Revoked token %d".formatted(token.id()));
    }
  }

  private static String words(Set<Scope> scopes) {
    return EnumSet.copyOf(scopes).stream().map(Scope::name).collect(Collectors.joining(","));
  }

  private static Token read(ResultSet row, int index) throws SQLException {
    return new Token(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        Arrays.stream(row.getString("scopes").split(","))
            .map(Scope::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))),
        instant(row, "made_at"),
        instant(row, "expires_at"),
        instant(row, "used_at"),
        instant(row, "revoked_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
