package dev.baton.sla;

import dev.baton.incident.reconciliation.ReconciliationReport;
import dev.baton.sla.CrashDrill.Disturbance;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a desk holds after a {@link CrashDrill}, against what it should hold. */
public final class CrashFindings {

  private final CrashPlan plan;
  private final JdbcTemplate jdbc;
  private final List<Disturbance> disturbances;
  private final int refused;
  private ReconciliationReport reconciliation;

  /** A milestone that was recorded, and how much later than due in milliseconds. */
  private record Fired(Instant due, double late) {}

  CrashFindings(CrashPlan plan, JdbcTemplate jdbc, List<Disturbance> disturbances, int refused) {
    this.plan = plan;
    this.jdbc = jdbc;
    this.disturbances = disturbances;
    this.refused = refused;
  }

  void reconciled(ReconciliationReport report) {
    reconciliation = report;
  }

  /** How many times a report could not be taken and was sent again. */
  public int refusedReports() {
    return refused;
  }

  /** All milestones are recorded, and no job is left that could run. */
  boolean isCalm() {
    return count("select count(*) from clock_milestone") >= 3L * plan.incidents() && due() == 0;
  }

  private long due() {
    return count(
        "select count(*) from ACT_RU_JOB where RETRIES_ > 0 and (DUEDATE_ is null or DUEDATE_ <="
            + " ?)",
        Timestamp.from(Instant.now()));
  }

  /** What must be there, and how often: the name, then what is expected. */
  public Map<String, Long> expected() {
    long all = plan.incidents();
    Map<String, Long> expected = new LinkedHashMap<>();
    found().keySet().forEach(what -> expected.put(what, 0L));
    List.of(
            "incidents",
            "different reports",
            "obligations",
            "clocks that have told all",
            "tasks at work",
            "people asked on the ladder",
            "escalations that go on",
            "incidents told of once")
        .forEach(what -> expected.put(what, all));
    List.of("AT_RISK_50", "BREACH", "AFTER_BREACH_1").forEach(what -> expected.put(what, all));
    expected.put("milestones", 3 * all);
    return expected;
  }

  /** The same, as it was found. */
  public Map<String, Long> found() {
    Map<String, Long> found = new LinkedHashMap<>();
    found.put("incidents", count("select count(*) from incident"));
    found.put("different reports", count("select count(distinct subject) from incident"));
    found.put("obligations", count("select count(*) from obligation"));
    found.put("tasks at work", tasks("resolveAtFirstLine"));
    found.put("people asked on the ladder", tasks("acknowledgeEscalation"));
    found.put(
        "escalations that go on",
        count("select count(*) from escalation where open_incident is not null"));
    found.put("incidents told of once", toldOfOnce());
    found.put("milestones that raised nothing", raisedNothing());
    found.put(
        "clocks that have told all",
        count("select count(*) from ACT_RU_EVENT_SUBSCR where ACTIVITY_ID_ = 'clockResumedLate'"));
    found.put("milestones", count("select count(*) from clock_milestone"));
    for (String milestone : List.of("AT_RISK_50", "BREACH", "AFTER_BREACH_1")) {
      found.put(
          milestone,
          count(
              "select count(distinct obligation_id) from clock_milestone where milestone = ?",
              milestone));
    }
    found.put(
        "recorded before due",
        count("select count(*) from clock_milestone where recorded_at < due_at"));
    found.put("not told once by an event", notToldOnce());
    found.put("told, but not recorded so", toldOnly());
    found.put("incidents whose journal differs", journalsThatDiffer());
    found.put("incidents not routed once", notRoutedOnce());
    found.put("jobs without retries", count("select count(*) from ACT_RU_JOB where RETRIES_ = 0"));
    found.put("jobs still due", due());
    found.put("engine's incidents", count("select count(*) from ACT_RU_INCIDENT"));
    found.put("differences", (long) reconciliation.differences().size());
    return found;
  }

  private long tasks(String step) {
    return count("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = ?", step);
  }

  /** The rungs of the drill wait longer than it lasts: nobody is told twice. */
  private long toldOfOnce() {
    return count(
        """
        select count(*) from
          (select e.incident from escalation_log_entry c join escalation e on e.id = c.escalation_id
           where c.kind = 'TOLD' group by e.incident having count(*) = 1) once
        """);
  }

  private long raisedNothing() {
    return count(
        """
        select count(*) from clock_milestone m where m.reported_with is null and not exists
          (select 1 from escalation_log_entry c where c.source =
            concat('clock:', m.obligation_id, ':', m.milestone, ':', m.epoch))
        """);
  }

  /** Those that were reached at once are told by one event, the others have none. */
  private long notToldOnce() {
    return count(
        """
        select count(*) from clock_milestone m where (m.reported_with is null) <>
          (select count(*) from heard_milestone h where h.obligation_id = m.obligation_id
            and h.milestone = m.milestone and h.epoch = m.epoch)
        """);
  }

  private long toldOnly() {
    return count(
        """
        select count(*) from heard_milestone h where not exists
          (select 1 from clock_milestone m where m.obligation_id = h.obligation_id
            and m.milestone = h.milestone and m.epoch = h.epoch)
        """);
  }

  private long journalsThatDiffer() {
    return count(
        """
        select count(*) from
          (select i.id,
             sum(m.reported_with is null and m.milestone like 'AT_RISK%') as risks,
             sum(m.reported_with is null and m.milestone not like 'AT_RISK%') as breaches
           from incident i join obligation o on o.incident = i.number
           join clock_milestone m on m.obligation_id = o.id group by i.id) told
        left join
          (select incident_id, sum(kind = 'AT_RISK') as risks, sum(kind = 'BREACHED') as breaches
           from journal_entry group by incident_id) written
        on written.incident_id = told.id
        where not (told.risks <=> written.risks and told.breaches <=> written.breaches)
        """);
  }

  private long notRoutedOnce() {
    return count(
        """
        select count(*) from incident i where
          (select count(*) from journal_entry j where j.incident_id = i.id and j.kind = 'ROUTED')
          <> 1
        """);
  }

  /** How many were told together with a later one, being reached at once. */
  public long collapsed() {
    return count("select count(*) from clock_milestone where reported_with is not null");
  }

  /** Milliseconds late, of what was due while nothing was the matter. */
  public DoubleStream undisturbed() {
    return late(due -> !isWithin(false, due) && !isWithin(true, due));
  }

  /** Of what was due around a kill of a node, and not of the database. */
  public DoubleStream aroundKills() {
    return late(due -> isWithin(false, due) && !isWithin(true, due));
  }

  /** Of what was due around the time without a database. */
  public DoubleStream aroundTheOutage() {
    return late(due -> isWithin(true, due));
  }

  private boolean isWithin(boolean database, Instant due) {
    return disturbances.stream().anyMatch(one -> one.database() == database && one.covers(due));
  }

  private DoubleStream late(Predicate<Instant> which) {
    return jdbc
        .query(
            "select due_at, recorded_at from clock_milestone",
            (row, n) -> {
              Instant due = row.getTimestamp(1).toInstant();
              Instant at = row.getTimestamp(2).toInstant();
              return new Fired(due, Duration.between(due, at).toMillis());
            })
        .stream()
        .filter(fired -> which.test(fired.due()))
        .mapToDouble(Fired::late);
  }

  private long count(String sql, Object... values) {
    Long found = jdbc.queryForObject(sql, Long.class, values);
    return found == null ? 0 : found;
  }
}
