package dev.baton.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts sign-in attempts in the database, so that all nodes count together. An attempt is counted
 * before it is checked and uncounted if it succeeds, so a hundred parallel attempts gain nothing.
 * After some failures there is a pause, which doubles each time up to a quarter of an hour.
 *
 * <p>Each account at each address has its own count, and each account and each address has another.
 * The last two do not affect people at addresses where they have signed in before: neither a
 * stranger elsewhere nor a colleague at the same address can lock them out.
 */
@Component
public class SignInThrottle {

  static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration ADDRESS_KEPT = Duration.ofDays(90);
  private static final Duration NOTED_AGAIN = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInThrottle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What attempts are counted for, and how many may fail before a pause. */
  private enum Scope {
    ADDRESS(30),
    ACCOUNT(10),
    PAIR(5),
    CODE(5);

    private final int free;

    Scope(int free) {
      this.free = free;
    }
  }

  /** The account is empty for an address. */
  private record Subject(Scope scope, String key, String account) {}

  private record Count(int failures, Instant lastAt, Instant pausedUntil) {}

  /**
   * A counted attempt.
   *
   * @param pause how long to wait before the next one; empty if this one may be checked
   * @param startedPause whether a pause begins if this attempt fails
   */
  public record Counted(List<?> subjects, Optional<Duration> pause, boolean startedPause) {}

  /**
   * Counts an attempt with a password.
   *
   * @param login as {@link SignInName} has it
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Counted password(String login, String address) {
    List<Subject> subjects = new ArrayList<>();
    if (login.equals(SignInName.NOBODY)) {
      // No real account is being guessed, so only the address counts; otherwise all mistyped names
      // would share one count.
      return count(List.of(new Subject(Scope.ADDRESS, Hashes.of(address), "")));
    }
    if (!isKnown(login, address)) {
      subjects.add(new Subject(Scope.ADDRESS, Hashes.of(address), ""));
      subjects.add(new Subject(Scope.ACCOUNT, account(login), account(login)));
    }
    subjects.add(new Subject(Scope.PAIR, Hashes.of(key(login), address), account(login)));
    return count(subjects);
  }

  /** Counts an attempt with a code, made by a person who knew the password. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Counted code(String login) {
    return count(List.of(new Subject(Scope.CODE, account(login), account(login))));
  }

  /** Counts an attempt with a link that is not valid. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Counted link(String address) {
    return count(List.of(new Subject(Scope.ADDRESS, Hashes.of(address), "")));
  }

  /** Uncounts a successful attempt and remembers the person at this address. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void wasRight(Counted counted, String login, String address) {
    uncount(counted);
    note(login, address);
  }

  private void uncount(Counted counted) {
    for (Object it : counted.subjects()) {
      Subject subject = (Subject) it;
      if (subject.scope() == Scope.PAIR || subject.scope() == Scope.CODE) {
        jdbc.sql("delete from sign_in_try where scope = ? and subject = ?")
            .params(subject.scope().name(), subject.key())
            .update();
      } else {
        jdbc.sql(
                "update sign_in_try set failures = greatest(failures - 1, 0),"
                    + " paused_until = if(?, null, paused_until) where scope = ? and subject = ?")
            .params(counted.startedPause(), subject.scope().name(), subject.key())
            .update();
      }
    }
  }

  /** Lets an account try again at once, from any address. */
  @Transactional
  public void unlock(String login) {
    jdbc.sql("delete from sign_in_try where account = ?").param(account(login)).update();
  }

  private Counted count(List<Subject> subjects) {
    Instant now = clock.instant();
    List<Count> counts = subjects.stream().map(subject -> locked(subject, now)).toList();
    Optional<Duration> pause =
        counts.stream()
            .map(Count::pausedUntil)
            .filter(until -> until != null && until.isAfter(now))
            .max(Instant::compareTo)
            .map(until -> Duration.between(now, until));
    if (pause.isPresent()) {
      return new Counted(subjects, pause, false);
    }
    boolean startsPause = false;
    for (int i = 0; i < subjects.size(); i++) {
      int failures = failuresNow(counts.get(i), now) + 1;
      Instant until = pausedUntil(subjects.get(i).scope(), failures, now);
      startsPause |= until != null;
      write(subjects.get(i), new Count(failures, now, until));
    }
    forgetOld(now);
    return new Counted(subjects, Optional.empty(), startsPause);
  }

  private static int failuresNow(Count count, Instant now) {
    return count.lastAt().plus(FORGOTTEN).isBefore(now) ? 0 : count.failures();
  }

  private static Instant pausedUntil(Scope scope, int failures, Instant now) {
    int beyond = failures - scope.free;
    if (beyond < 0) {
      return null;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(beyond, 10));
    return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private Count locked(Subject subject, Instant now) {
    // Not "insert ignore": it takes a shared lock on the row first, and two would wait for each
    // other.
    jdbc.sql(
            "insert into sign_in_try (scope, subject, account, failures, last_at)"
                + " values (?, ?, ?, 0, ?) on duplicate key update failures = failures")
        .params(subject.scope().name(), subject.key(), subject.account(), now)
        .update();
    return jdbc.sql(
            "select failures, last_at, paused_until from sign_in_try"
                + " where scope = ? and subject = ? for update")
        .params(subject.scope().name(), subject.key())
        .query(Count.class)
        .single();
  }

  private void write(Subject subject, Count count) {
    jdbc.sql(
            "update sign_in_try set failures = ?, last_at = ?, paused_until = ?"
                + " where scope = ? and subject = ?")
        .params(
            count.failures(),
            count.lastAt(),
            count.pausedUntil(),
            subject.scope().name(),
            subject.key())
        .update();
  }

  private void forgetOld(Instant now) {
    jdbc.sql("delete from sign_in_try where last_at < ? limit 20").param(now.minus(KEPT)).update();
  }

  private boolean isKnown(String login, String address) {
    return jdbc.sql("select 1 from sign_in_address where login = ? and address = ? and last_at > ?")
        .params(key(login), Hashes.of(address), clock.instant().minus(ADDRESS_KEPT))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void note(String login, String address) {
    Instant now = clock.instant();
    jdbc.sql(
            "insert into sign_in_address (login, address, last_at) values (?, ?, ?)"
                + " on duplicate key update last_at = if(last_at < ?, values(last_at), last_at)")
        .params(key(login), Hashes.of(address), now, now.minus(NOTED_AGAIN))
        .update();
  }

  private static String account(String login) {
    return Hashes.of(key(login));
  }

  private static String key(String login) {
    return login.toLowerCase(Locale.ROOT);
  }
}
