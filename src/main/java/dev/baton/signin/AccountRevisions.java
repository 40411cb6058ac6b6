package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The revision of each account. A session is valid while its account still has the revision with
 * which the session began. Other nodes see a new revision after some seconds.
 */
@Component
public class AccountRevisions {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final Cache<String, Standing> standings =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  AccountRevisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The state of an account: its revision, and whether a second factor is in use. */
  public static record Standing(long revision, boolean hasSecondFactor) {
    static final Standing PLAIN = new Standing(0, false);
  }

  public Standing standing(String login) {
    return standings.get(login, this::read);
  }

  private Standing read(String login) {
    return jdbc.sql(
            "select revision, totp_since is not null has_second_factor from sign_in_account"
                + " where login = ?")
        .param(login)
        .query(Standing.class)
        .optional()
        .orElse(Standing.PLAIN);
  }

  /** Ends all sessions of the account; sessions that begin later are not affected. */
  @Transactional
  public void renew(String login) {
    jdbc.sql(
            "insert into sign_in_account (login, revision) values (?, 1)"
                + " on duplicate key update revision = revision + 1")
        .param(login)
        .update();
    forget(login);
  }

  /** Discards the cached value on this node, now and again at the end of the transaction. */
  void forget(String login) {
    EvictAfterCommit.nowAndThen(() -> standings.invalidate(login));
  }
}
