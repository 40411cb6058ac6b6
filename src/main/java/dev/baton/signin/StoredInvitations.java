package dev.baton.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of invitations. Links are kept as hashes. */
@Repository
class StoredInvitations {

  private static final int LONGEST_ERROR = 1_000;

  private final JdbcClient jdbc;

  StoredInvitations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whose link it is, and the mark of the password it may replace. */
  record Holder(String login, String credentials) {}

  void add(String login, String by, Instant now) {
    jdbc.sql(
            """
            insert into sign_in_invitation (login, invited_at, invited_by, send_at) values (?, ?, ?, ?)
            on duplicate key update invited_at = value(invited_at),
              invited_by = value(invited_by), send_at = value(send_at), token_hash = null, credentials = null, expires_at = null, tries = 0, sent_at = null,
              last_error = null
            """)
        .params(login, now, by, now)
        .update();
  }

  Optional<Invitation> of(String login) {
    return jdbc.sql(
            """
            select login, invited_at, invited_by, expires_at, send_at, tries, sent_at, last_error
            from sign_in_invitation where login = ?
            """)
        .param(login)
        .query(Invitation.class)
        .optional();
  }

  List<Invitation> due(Instant now) {
    return jdbc.sql(
            """
            select login, invited_at, invited_by, expires_at, send_at, tries, sent_at, last_error
            from sign_in_invitation where send_at <= ? order by send_at limit 20
            """)
        .param(now)
        .query(Invitation.class)
        .list();
  }

  /** Gives it a link, unless another node is faster. */
  boolean claim(
      Invitation due, String token, String credentials, Instant expiresAt, Instant againAt) {
    return jdbc.sql(
                """
                update sign_in_invitation set token_hash = ?, credentials = ?, expires_at = ?,
                  send_at = ?, tries = tries + 1
                where login = ? and send_at = ?
                """)
            .params(Hashes.of(token), credentials, expiresAt, againAt, due.login(), due.sendAt())
            .update()
        == 1;
  }

  void sent(String token, Instant now) {
    jdbc.sql(
            """
            update sign_in_invitation set sent_at = ?, send_at = null, last_error = null
            where token_hash = ?
            """)
        .params(now, Hashes.of(token))
        .update();
  }

  /**
   * @param againAt null if nobody tries again
   */
  void failed(String token, String words, Instant againAt) {
    String text = words == null ? "" : words;
    jdbc.sql("update sign_in_invitation set last_error = ?, send_at = ? where token_hash = ?")
        .params(
            text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR),
            againAt,
            Hashes.of(token))
        .update();
  }

  void remove(String login) {
    jdbc.sql("delete from sign_in_invitation where login = ?").param(login).update();
  }

  void removeOlderThan(Duration age, Instant now) {
    jdbc.sql("delete from sign_in_invitation where send_at is null and expires_at < ? limit 20")
        .param(now.minus(age))
        .update();
  }

  Optional<Holder> holder(String token, Instant now) {
    return jdbc.sql(
            "select login, credentials from sign_in_invitation"
                + " where token_hash = ? and expires_at > ?")
        .params(Hashes.of(token), now)
        .query(Holder.class)
        .optional();
  }

  /** Removes it, so that of two requests with the same link one alone succeeds. */
  Optional<Holder> use(String token, Instant now) {
    return jdbc.sql(
            "delete from sign_in_invitation where token_hash = ? and expires_at > ?"
                + " returning login, credentials")
        .params(Hashes.of(token), now)
        .query(Holder.class)
        .optional();
  }
}
