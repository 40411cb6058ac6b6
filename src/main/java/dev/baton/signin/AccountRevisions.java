package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The revision of each account. A session lives as long as its account has the revision with which
 * it began; other nodes see a new one after some seconds.
 */
@Component
public class AccountRevisions {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final JdbcTemplate jdbc;
  private final Cache<String, Standing> standings =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  AccountRevisions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** How an account stands: its revision, and whether a second factor is in use. */
  public static record Standing(long revision, boolean hasSecondFactor) {
    static final Standing PLAIN = new Standing(0, false);
  }

  public Standing standing(String login) {
    return standings.get(login, this::read);
  }

  private Standing read(String login) {
    return jdbc
        .query(
            "select revision, totp_since is not null from sign_in_account where login = ?",
            (row, i) -> new Standing(row.getLong(1), row.getBoolean(2)),
            login)
        .stream()
        .findFirst()
        .orElse(Standing.PLAIN);
  }

  /** Ends all sessions of the account; sessions that begin later are not concerned. */
  @Transactional
  public void renew(String login) {
    jdbc.update(
        "insert into sign_in_account (login, revision) values (?, 1)"
            + " on duplicate key update revision = revision + 1",
        login);
    forget(login);
  }

  /** What is asked next is read anew, on this node; again at the end of the transaction. */
  void forget(String login) {
    EvictAfterCommit.nowAndThen(() -> standings.invalidate(login));
  }
}
