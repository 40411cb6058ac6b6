package dev.baton.incident.search;

import dev.baton.incident.HoldReason;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is on hold beyond its promised end, or whose requester had to be reminded. */
@Repository
@Transactional(readOnly = true)
public class OverdueHolds {

  private static final String OVERDUE =
      " from incident i where i.status = 'ON_HOLD'"
          + " and (i.hold_until < :now or i.hold_reminders > 0)";

  private final NamedParameterJdbcTemplate database;

  OverdueHolds(NamedParameterJdbcTemplate database) {
    this.database = database;
  }

  /** An incident that waits too long; {@code until} may be null. */
  public record Held(
      IncidentSummary incident,
      HoldReason reason,
      Instant since,
      Instant until,
      String owner,
      int reminders) {}

  /** The first of them by the promised end. */
  public List<Held> first(IncidentFilter filter, Instant now, int most) {
    return database.query(
        "select"
            + IncidentSummaries.COLUMNS
            + ", i.hold_reason, i.hold_since, i.hold_until, i.hold_owner, i.hold_reminders"
            + OVERDUE
            + filter.conditions()
            + " order by i.hold_until, i.id limit :most",
        values(filter, now).addValue("most", most),
        (row, n) ->
            new Held(
                IncidentSummaries.line(row),
                HoldReason.valueOf(row.getString("hold_reason")),
                row.getObject("hold_since", Instant.class),
                row.getObject("hold_until", Instant.class),
                row.getString("hold_owner"),
                row.getInt("hold_reminders")));
  }

  public long count(IncidentFilter filter, Instant now) {
    Long count =
        database.queryForObject(
            "select count(*)" + OVERDUE + filter.conditions(), values(filter, now), Long.class);
    return count == null ? 0 : count;
  }

  private static MapSqlParameterSource values(IncidentFilter filter, Instant now) {
    return filter.parameters().addValue("now", now);
  }
}
