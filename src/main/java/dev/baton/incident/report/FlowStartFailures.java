package dev.baton.incident.report;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.web.validation.TextInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The incidents whose flow has not started, why, and when that is tried again. */
@Repository
class FlowStartFailures {

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** An incident that was stored just now is about to get its flow. */
  private static final Duration ABOUT_TO_START = Duration.ofMinutes(1);

  private static final int LONGEST_MESSAGE = 500;

  /** By the index on the status: few incidents are RECEIVED at a time. */
  private static final String WITHOUT_FLOW =
      " from incident i left join flow_start_failure f on f.incident_id = i.id"
          + " where i.status = '%s' and i.flow_instance_id is null".formatted(Status.RECEIVED);

  private static final String COLUMNS =
      "select i.number incident, coalesce(f.tries, 0) tries,"
          + " coalesce(f.first_failed_at, i.opened_at) since,"
          + " coalesce(f.next_try_at, i.opened_at) nextTryAt, f.message";

  private final JdbcClient database;

  FlowStartFailures(JdbcClient database) {
    this.database = database;
  }

  /**
   * Notes that another try failed; returns whether it was the first.
   *
   * @param definition the version of the lifecycle that was live; null if there was none
   */
  boolean note(long incident, String message, String definition, Instant now) {
    int triesBefore =
        database
            .sql("select tries from flow_start_failure where incident_id = ?")
            .param(incident)
            .query(Integer.class)
            .optional()
            .orElse(0);
    database
        .sql(
            "insert into flow_start_failure"
                + " (incident_id, tries, first_failed_at, next_try_at, message, definition_id)"
                + " values (?, 1, ?, ?, ?, ?) on duplicate key update tries = tries + 1,"
                + " next_try_at = values(next_try_at), message = values(message),"
                + " definition_id = values(definition_id)")
        .params(
            incident,
            now,
            now.plus(pauseAfter(triesBefore + 1)),
            TextInput.shortened(message, LONGEST_MESSAGE),
            definition)
        .update();
    return triesBefore == 0;
  }

  /** 1, 2, 4 and 8 minutes, then a quarter of an hour. */
  private static Duration pauseAfter(int tries) {
    return tries > 4 ? LONGEST_PAUSE : FIRST_PAUSE.multipliedBy(1L << (tries - 1));
  }

  /** Returns whether there was one. */
  boolean forget(long incident) {
    return database
            .sql("delete from flow_start_failure where incident_id = ?")
            .param(incident)
            .update()
        > 0;
  }

  /** Another model may be what they wait for. */
  void tryAllAgain(Instant now) {
    database
        .sql("update flow_start_failure set next_try_at = ? where next_try_at > ?")
        .params(now, now)
        .update();
  }

  /** Ids of incidents that a try is due for, oldest first. */
  List<Long> due(Instant now, int most) {
    return database
        .sql(
            "select i.id"
                + WITHOUT_FLOW
                + " and (f.next_try_at is null or f.next_try_at <= ?)"
                + " order by i.opened_at, i.id limit ?")
        .params(now, most)
        .query(Long.class)
        .list();
  }

  /** The oldest of those that wait, without those that are just being started. */
  List<FlowStartFailure> waiting(Instant now, int most) {
    return database
        .sql(
            COLUMNS
                + WITHOUT_FLOW
                + " and (f.incident_id is not null or i.opened_at <= ?)"
                + " order by i.opened_at, i.id limit ?")
        .params(now.minus(ABOUT_TO_START), most)
        .query(FlowStartFailure.class)
        .list();
  }

  /** Those whose last try failed on this version of the lifecycle, oldest first. */
  List<FlowStartFailure> on(String definition, int most) {
    return database
        .sql(COLUMNS + WITHOUT_FLOW + " and f.definition_id = ? order by i.opened_at, i.id limit ?")
        .params(definition, most)
        .query(FlowStartFailure.class)
        .list();
  }

  Optional<FlowStartFailure> of(IncidentNumber number) {
    return database
        .sql(COLUMNS + WITHOUT_FLOW + " and i.number = ?")
        .param(number.value())
        .query(FlowStartFailure.class)
        .optional();
  }
}
