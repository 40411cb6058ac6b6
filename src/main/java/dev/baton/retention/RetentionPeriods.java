package dev.baton.retention;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After how many days records are removed, by kind. Nothing is removed until days are set. */
@Service
@Transactional(readOnly = true)
public class RetentionPeriods {

  public static final int SHORTEST = 30;
  public static final int LONGEST = 3_650;

  private static final String SUBJECT = "retention";

  private final List<RetainedRecords> kinds;
  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final Clock clock;

  RetentionPeriods(List<RetainedRecords> kinds, JdbcClient jdbc, AuditTrail trail, Clock clock) {
    this.kinds = List.copyOf(kinds);
    this.jdbc = jdbc;
    this.trail = trail;
    this.clock = clock;
  }

  private record Period(String name, int days) {}

  /** The days of each kind; a kind that is kept for good is left out. */
  public Map<String, Integer> days() {
    Map<String, Integer> days = new TreeMap<>();
    jdbc.sql("select name, days from retention_period where days is not null")
        .query(Period.class)
        .list()
        .forEach(period -> days.put(period.name(), period.days()));
    return days;
  }

  /** How many records of the kind the next run removes; empty if they are kept for good. */
  public OptionalLong due(String name) {
    Integer days = days().get(name);
    return days == null
        ? OptionalLong.empty()
        : kinds.stream()
            .filter(kind -> kind.name().equals(name))
            .mapToLong(kind -> kind.count(oldest(days, nextRun())))
            .findFirst();
  }

  /** When records are removed next. */
  public Instant nextRun() {
    return RetentionRun.after(clock.instant());
  }

  /** What is older than this is removed. */
  static Instant oldest(int days, Instant at) {
    return at.minus(Duration.ofDays(days));
  }

  /**
   * Sets the days of every kind.
   *
   * @param given days by kind; a kind that is left out is kept for good
   * @throws InvalidInput naming the kind whose days are not accepted
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public void set(Map<String, Integer> given) {
    Map<String, Integer> before = days();
    AuditedChanges changes = new AuditedChanges();
    for (RetainedRecords kind : kinds) {
      Integer days = given.get(kind.name());
      if (days != null && (days < SHORTEST || days > LONGEST)) {
        throw new InvalidInput(
            kind.name(), LocalizableText.of("refused.numberFromTo", SHORTEST, LONGEST));
      }
      changes.of(kind.name(), before.get(kind.name()), days);
      jdbc.sql(
              "insert into retention_period (name, days) values (?, ?)"
                  + " on duplicate key update days = value(days)")
          .params(kind.name(), days)
          .update();
    }
    if (!changes.words().isEmpty()) {
      trail.record(
          AuditEntry.of(AuditKind.SETTINGS_CHANGED, SUBJECT, "Changed: " + changes.words()));
    }
  }

  /** The subject of its entries in the audit trail. */
  public static String auditSubject() {
    return SUBJECT;
  }
}
