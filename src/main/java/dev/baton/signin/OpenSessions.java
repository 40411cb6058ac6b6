package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people are signed in, over all nodes: what a session's owner sees of it and may end. Other
 * nodes learn of an end after some seconds.
 */
@Repository
class OpenSessions {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  /** So exact is when one was last seen: not every request writes it. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final Duration KEPT = Duration.ofDays(90);
  private static final int PURGED_AT_ONCE = 20;
  private static final int MOST_LISTED = 100;

  private final JdbcTemplate jdbc;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Boolean> open =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
  private final Cache<String, Instant> seen =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  OpenSessions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A session as its owner sees it.
   *
   * @param browser such as "Firefox on Windows"; empty where it does not say
   * @param seenAt when it last asked for something, to the minute
   */
  record Open(String id, Instant beganAt, Instant seenAt, String address, String browser) {}

  /** Keeps a new one; returns its id, which is not the number that the browser carries. */
  @Transactional
  public String add(
      String login,
      long revision,
      String credentials,
      Instant now,
      String address,
      String browser) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.update(
        "insert into sign_in_session"
            + " (id, login, revision, credentials, began_at, seen_at, address, browser)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        login,
        revision,
        credentials,
        Timestamp.from(now),
        Timestamp.from(now),
        address,
        browser);
    jdbc.update(
        "delete from sign_in_session where began_at < ? limit " + PURGED_AT_ONCE,
        Timestamp.from(now.minus(KEPT)));
    return id;
  }

  boolean isOpen(String id) {
    return open.get(
        id,
        it ->
            jdbc.queryForObject("select count(*) from sign_in_session where id = ?", Long.class, it)
                == 1);
  }

  @Transactional
  public void seen(String id, Instant now) {
    Instant before = seen.getIfPresent(id);
    if (before == null || Duration.between(before, now).abs().compareTo(NOTED) >= 0) {
      seen.put(id, now);
      jdbc.update("update sign_in_session set seen_at = ? where id = ?", Timestamp.from(now), id);
    }
  }

  /** Those of somebody that began with this account and password, the last seen first. */
  List<Open> of(String login, long revision, String credentials, Instant seenSince) {
    return jdbc.query(
        "select id, began_at, seen_at, address, browser from sign_in_session where login = ?"
            + " and revision = ? and credentials = ? and seen_at >= ?"
            + " order by seen_at desc, id limit "
            + MOST_LISTED,
        (row, i) ->
            new Open(
                row.getString(1),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                row.getString(5)),
        login,
        revision,
        credentials,
        Timestamp.from(seenSince));
  }

  /** Whether there was one of that person with this id. */
  @Transactional
  public boolean end(String login, String id) {
    boolean ended =
        jdbc.update("delete from sign_in_session where id = ? and login = ?", id, login) == 1;
    AfterCommit.nowAndThen(() -> open.invalidate(id));
    return ended;
  }
}
