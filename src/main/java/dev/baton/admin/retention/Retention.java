package dev.baton.admin.retention;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.database.RetainedRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes records that are older than the desk wants to keep them. Nothing is removed that no
 * administrator has set a time for.
 */
@Service
public class Retention {

  public static final int LEAST_DAYS = 30;
  public static final int MOST_DAYS = 3_650;

  /** When it runs, in UTC. */
  static final LocalTime AT = LocalTime.of(3, 30);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int AT_ONCE = 1_000;
  private static final String SUBJECT = "retention";

  private final List<RetainedRecords> kinds;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;
  private final Clock clock;

  Retention(
      List<RetainedRecords> kinds,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      AuditTrail trail,
      Clock clock) {
    this.kinds = List.copyOf(kinds);
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.trail = trail;
    this.clock = clock;
  }

  private record Period(String name, int days) {}

  /** Names of all kinds, in the order in which they are shown. */
  public List<String> kinds() {
    return kinds.stream().map(RetainedRecords::name).toList();
  }

  /** For how many days each kind is kept; a kind that is kept for good is left out. */
  @Transactional(readOnly = true)
  public Map<String, Integer> days() {
    Map<String, Integer> days = new TreeMap<>();
    jdbc.sql("select name, days from retention_period").query(Period.class).list().stream()
        .filter(period -> kinds().contains(period.name()))
        .forEach(period -> days.put(period.name(), period.days()));
    return days;
  }

  /**
   * Sets for how many days each kind is kept.
   *
   * @param days from {@link #LEAST_DAYS} to {@link #MOST_DAYS}; kinds that it does not name are
   *     kept for good
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void keep(Map<String, Integer> days) {
    Map<String, Integer> before = days();
    AuditedChanges changes = new AuditedChanges();
    for (String kind : kinds()) {
      Integer given = days.get(kind);
      if (given != null && (given < LEAST_DAYS || given > MOST_DAYS)) {
        throw new IllegalArgumentException(kind + " for " + given + " days");
      }
      changes.of(kind, before.get(kind), given);
      jdbc.sql("delete from retention_period where name = ?").param(kind).update();
      if (given != null) {
        jdbc.sql("insert into retention_period (name, days) values (?, ?)")
            .params(kind, given)
            .update();
      }
    }
    trail.record(
        AuditEntry.of(
            AuditKind.SETTINGS_CHANGED, SUBJECT, "Days that are kept: " + changes.words()));
  }

  /** How many records of each kind that is kept for a time are old enough to be removed. */
  public Map<String, Integer> due() {
    Instant now = clock.instant();
    Map<String, Integer> periods = days();
    Map<String, Integer> due = new LinkedHashMap<>();
    for (RetainedRecords kind : kinds) {
      Integer days = periods.get(kind.name());
      due.put(kind.name(), days == null ? 0 : kind.countBefore(now.minus(Duration.ofDays(days))));
    }
    return due;
  }

  /** When the next run begins. */
  public Instant nextRun() {
    Instant now = clock.instant();
    Instant today = LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(AT).toInstant(ZoneOffset.UTC);
    return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
  }

  /** Removes what is old enough, if no node has done so today. */
  void runOncePerDay() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (Boolean.TRUE.equals(transaction.execute(begun -> isFirst(today)))) {
      run();
    }
  }

  private boolean isFirst(LocalDate today) {
    return jdbc.sql("update retention_run set ran_on = ? where id = 1 and ran_on < ?")
            .params(today, today)
            .update()
        == 1;
  }

  /** Removes what is old enough, a part at a time. */
  public void run() {
    Instant now = clock.instant();
    Map<String, Integer> periods = days();
    for (RetainedRecords kind : kinds) {
      Optional.ofNullable(periods.get(kind.name()))
          .map(days -> removed(kind, now.minus(Duration.ofDays(days))))
          .filter(removed -> removed > 0)
          .ifPresent(removed -> LOG.info("Retention: {} {} removed", removed, kind.name()));
    }
  }

  private static long removed(RetainedRecords kind, Instant before) {
    long all = 0;
    int removed = AT_ONCE;
    while (removed == AT_ONCE) {
      removed = kind.removeBefore(before, AT_ONCE);
      all += removed;
    }
    return all;
  }

  /** The subject of its entries in the audit trail. */
  public static String auditSubject() {
    return SUBJECT;
  }
}
