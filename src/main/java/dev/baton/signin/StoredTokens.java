package dev.baton.signin;

import dev.baton.access.TokenScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** API tokens in the database: their hashes, never their texts. */
@Repository
class StoredTokens {

  private final JdbcClient jdbc;

  StoredTokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(ApiTokens.Token token, String text) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "insert into api_token (login, name, scopes, token_hash, made_at, expires_at,"
                + " password_mark) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            token.login(),
            token.name(),
            words(token.scopes()),
            Hashes.of(text),
            token.madeAt(),
            token.expiresAt(),
            token.passwordMark())
        .update(key, "id");
    return key.getKey().longValue();
  }

  /** Returns a person's tokens, newest first. */
  List<ApiTokens.Token> of(String login) {
    return jdbc.sql("select * from api_token where login = ? order by id desc")
        .param(login)
        .query(StoredTokens::read)
        .list();
  }

  /** Returns everybody's tokens that are neither revoked nor expired, newest first. */
  List<ApiTokens.Token> good(Instant now) {
    return jdbc.sql(
            "select * from api_token where revoked_at is null and expires_at > ? order by id desc")
        .param(now)
        .query(StoredTokens::read)
        .list();
  }

  Optional<ApiTokens.Token> find(long id) {
    return jdbc.sql("select * from api_token where id = ?")
        .param(id)
        .query(StoredTokens::read)
        .optional();
  }

  Optional<ApiTokens.Token> withText(String text) {
    return jdbc.sql("select * from api_token where token_hash = ?")
        .param(Hashes.of(text))
        .query(StoredTokens::read)
        .optional();
  }

  void used(long id, Instant at) {
    jdbc.sql("update api_token set used_at = ? where id = ?").params(at, id).update();
  }

  /** Returns whether it was valid until now. */
  boolean revoke(long id, Instant at) {
    return jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
            .params(at, id)
            .update()
        == 1;
  }

  /** Moves the tokens of one password of a person to another password. */
  void carryOver(String login, String markBefore, String mark) {
    jdbc.sql("update api_token set password_mark = ? where login = ? and password_mark = ?")
        .params(mark, login, markBefore)
        .update();
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
        row.getObject("made_at", Instant.class),
        row.getObject("expires_at", Instant.class),
        row.getObject("used_at", Instant.class),
        row.getObject("revoked_at", Instant.class),
        row.getString("password_mark"));
  }
}
