package dev.baton.incident.search;

import dev.baton.incident.HoldReason;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is on hold beyond its promised end. */
@Repository
@Transactional(readOnly = true)
public class OverdueHolds {

  private static final String OVERDUE =
      " from incident i where i.status = 'ON_HOLD'" + " and i.hold_until < :now";

  private static final RowMapper<IncidentSummary> SUMMARY =
      new SimplePropertyRowMapper<>(IncidentSummary.class);

  private final JdbcClient database;

  OverdueHolds(JdbcClient database) {
    this.database = database;
  }

  /** An incident that waits too long. */
  public record Held(
      IncidentSummary incident,
      HoldReason reason,
      Instant since,
      Instant until,
      String owner,
      int reminders) {}

  /** The first of them by the promised end. */
  public List<Held> first(IncidentFilter filter, Instant now, int most) {
    return database
        .sql(
            "select"
                + IncidentSummaries.COLUMNS
                + ", i.hold_reason, i.hold_since, i.hold_until, i.hold_owner, i.hold_reminders"
                + OVERDUE
                + filter.conditions()
                + " order by i.hold_until, i.id limit :most")
        .params(filter.parameters())
        .param("now", now)
        .param("most", most)
        .query(
            (row, n) ->
                new Held(
                    SUMMARY.mapRow(row, n),
                    HoldReason.valueOf(row.getString("hold_reason")),
                    row.getObject("hold_since", Instant.class),
                    row.getObject("hold_until", Instant.class),
                    row.getString("hold_owner"),
                    row.getInt("hold_reminders")))
        .list();
  }

  /** Limits a selection of incidents to those of them. */
  public static void select(IncidentSqlFilter selection, Instant now) {
    selection.where("i.status = 'ON_HOLD' and i.hold_until < ?", now);
  }

  public long count(IncidentFilter filter, Instant now) {
    return database
        .sql("select count(*)" + OVERDUE + filter.conditions())
        .params(filter.parameters())
        .param("now", now)
        .query(Long.class)
        .single();
  }
}
