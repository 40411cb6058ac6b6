package dev.baton.signin;

import dev.baton.access.TokenScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** API tokens in the database: their hashes, never their texts. */
@Repository
class StoredTokens {

  private final JdbcTemplate jdbc;

  StoredTokens(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  long add(ApiTokens.Token token, String text) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        connection -> {
          var statement =
              connection.prepareStatement(
                  "insert into api_token (login, name, scopes, token_hash, made_at, expires_at,"
                      + " password_mark) values (?, ?, ?, ?, ?, ?, ?)",
                  new String[] {"id"});
          statement.setString(1, token.login());
          statement.setString(2, token.name());
          statement.setString(3, words(token.scopes()));
          statement.setString(4, Hashes.of(text));
          statement.setTimestamp(5, Timestamp.from(token.madeAt()));
          statement.setTimestamp(6, Timestamp.from(token.expiresAt()));
          statement.setString(7, token.passwordMark());
          return statement;
        },
        key);
    return key.getKey().longValue();
  }

  /** Returns a person's tokens, newest first. */
  List<ApiTokens.Token> of(String login) {
    return jdbc.query(
        "select * from api_token where login = ? order by id desc", StoredTokens::read, login);
  }

  Optional<ApiTokens.Token> find(long id) {
    return jdbc.query("select * from api_token where id = ?", StoredTokens::read, id).stream()
        .findFirst();
  }

  Optional<ApiTokens.Token> withText(String text) {
    return jdbc
        .query("select * from api_token where token_hash = ?", StoredTokens::read, Hashes.of(text))
        .stream()
        .findFirst();
  }

  void used(long id, Instant at) {
    jdbc.update("update api_token set used_at = ? where id = ?", Timestamp.from(at), id);
  }

  /** Returns whether it was valid until now. */
  boolean revoke(long id, Instant at) {
    return jdbc.update(
            "update api_token set revoked_at = ? where id = ? and revoked_at is null",
            Timestamp.from(at),
            id)
        == 1;
  }

  /** Moves the tokens of one password of a person to another password. */
  void carryOver(String login, String markBefore, String mark) {
    jdbc.update(
        "update api_token set password_mark = ? where login = ? and password_mark = ?",
        mark,
        login,
        markBefore);
  }

  static String words(Set<TokenScope> scopes) {
    return EnumSet.copyOf(scopes).stream().map(TokenScope::name).collect(Collectors.joining(","));
  }

  private static ApiTokens.Token read(ResultSet row, int index) throws SQLException {
    return new ApiTokens.Token(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        Arrays.stream(row.getString("scopes").split(","))
            .map(TokenScope::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class))),
        instant(row, "made_at"),
        instant(row, "expires_at"),
        instant(row, "used_at"),
        instant(row, "revoked_at"),
        row.getString("password_mark"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
