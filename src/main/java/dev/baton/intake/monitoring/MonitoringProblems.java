package dev.baton.intake.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The stored problems and their alerts; call within a transaction. */
@Repository
class MonitoringProblems {

  /** Alerts of one kind, with their incident. */
  record Problem(long id, String incident) {}

  private final JdbcTemplate database;
  private final Clock clock;

  MonitoringProblems(JdbcTemplate database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Messages of one source are processed one after the other, across all nodes. */
  void waitForTurn(String source) {
    database.queryForList(
        "select code from monitoring_source where code = ? for update", String.class, source);
  }

  Optional<Problem> find(String source, String key) {
    return database
        .query(
            "select id, incident from monitoring_problem where source = ? and problem_key = ?",
            (row, index) -> new Problem(row.getLong("id"), row.getString("incident")),
            source,
            MonitoringSources.hash(key))
        .stream()
        .findFirst();
  }

  /** Adds to the number of firings, and stores the incident they belong to. */
  Problem fired(String source, String key, String incident, int firings) {
    Instant now = clock.instant();
    database.update(
        "insert into monitoring_problem (source, problem_key, incident, firings, first_at, last_at)"
            + " values (?, ?, ?, ?, ?, ?) on duplicate key update incident = values(incident),"
            + " firings = firings + values(firings), last_at = values(last_at)",
        source,
        MonitoringSources.hash(key),
        incident,
        firings,
        now,
        now);
    return find(source, key).orElseThrow();
  }

  boolean isFiring(long problem) {
    return database.queryForObject(
        "select exists (select 1 from monitoring_alert where problem_id = ? and is_firing)",
        Boolean.class,
        problem);
  }

  /** Stores the last state of each alert; ignores a recovered alert that was never firing. */
  void tell(long problem, List<Alert> alerts) {
    Instant now = clock.instant();
    List<Object[]> firing =
        alerts.stream()
            .filter(Alert::isFiring)
            .map(alert -> new Object[] {problem, MonitoringSources.hash(alert.fingerprint()), now})
            .toList();
    database.batchUpdate(
        "insert into monitoring_alert (problem_id, fingerprint, is_firing, firings, last_at)"
            + " values (?, ?, true, 1, ?) on duplicate key update is_firing = true,"
            + " firings = firings + 1, last_at = values(last_at)",
        firing);
    List<Object[]> over =
        alerts.stream()
            .filter(alert -> !alert.isFiring())
            .map(alert -> new Object[] {now, problem, MonitoringSources.hash(alert.fingerprint())})
            .toList();
    database.batchUpdate(
        "update monitoring_alert set is_firing = false, last_at = ? where problem_id = ?"
            + " and fingerprint = ?",
        over);
  }
}
