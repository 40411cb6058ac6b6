package dev.baton.bench;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The lateness of real clocks: {@code recorded_at - due_at} of {@code clock_milestone}, or of the
 * table that {@code -Dbench.milestones=TABLE} names.
 */
final class RecordedMilestones {

  private static final String TABLE = System.getProperty("bench.milestones", "clock_milestone");

  private final JdbcTemplate jdbc;

  RecordedMilestones(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Of the milestones that were due between the two; empty where there is no such table. */
  Optional<Lateness> dueBetween(Instant from, Instant to) {
    Long columns =
        jdbc.queryForObject(
            """
            select count(*) from information_schema.columns
            where table_schema = database() and table_name = ?
              and column_name in ('due_at', 'recorded_at')
            """,
            Long.class,
            TABLE);
    if (columns == null || columns != 2) {
      return Optional.empty();
    }
    return Optional.of(
        Lateness.of(
            jdbc
                .queryForList(
                    "select timestampdiff(microsecond, due_at, recorded_at) / 1000 from `"
                        + TABLE
                        + "` where recorded_at is not null and due_at between ? and ?",
                    Double.class,
                    Timestamp.from(from),
                    Timestamp.from(to))
                .stream()
                .mapToDouble(late -> late)));
  }
}
