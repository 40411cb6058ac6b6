package dev.baton.escalation.coverage;

import dev.baton.escalation.coverage.CoverageChanges.Stored;
import dev.baton.escalation.coverage.CoverageGap.CoverageGapKind;
import dev.baton.staff.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The stored gaps, and who is asked to close them. */
@Repository
class CoverageRepository {

  private static final String OPEN =
      """
      select id, kind, team, role, calendar, starts_at, ends_at, words, found_at from coverage_gap
      where closed_at is null and (ends_at is null or ends_at > ?)
      """;

  private final JdbcTemplate database;

  CoverageRepository(JdbcTemplate database) {
    this.database = database;
  }

  /** Lets one check at a time go on, over all nodes, until the transaction ends. */
  void takeTurns() {
    database.queryForList("select id from coverage_check where id = 1 for update");
  }

  Optional<Instant> checkedAt() {
    return database
        .query(
            "select checked_at from coverage_check where id = 1 and checked_at is not null",
            (row, n) -> row.getObject(1, Instant.class))
        .stream()
        .findFirst();
  }

  void checked(Instant at) {
    database.update("update coverage_check set checked_at = ? where id = 1", at);
  }

  /** What goes on or is ahead, of all. */
  List<Stored> open(Instant now) {
    return database.query(OPEN, CoverageRepository::stored, now);
  }

  /** Of one team, or of the desk alone. */
  List<Stored> open(CoverageScope place, Instant now) {
    return database.query(
        OPEN + " and team <=> ?", CoverageRepository::stored, now, place.team().orElse(null));
  }

  void keep(CoverageChanges changes, Instant now) {
    database.batchUpdate(
        """
        insert into coverage_gap
          (kind, team, role, calendar, starts_at, ends_at, words, found_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        changes.added().stream().map(CoverageRepository::columns).toList());
    database.batchUpdate(
        "update coverage_gap set starts_at = ?, ends_at = ?, words = ?"
            + " where id = ? and closed_at is null",
        changes.changed().stream()
            .map(
                stored ->
                    new Object[] {
                      stored.gap().from(), stored.gap().to(), stored.gap().words(), stored.id()
                    })
            .toList());
    database.batchUpdate(
        "update coverage_gap set closed_at = ? where id = ? and closed_at is null",
        changes.mended().stream().map(stored -> new Object[] {now, stored.id()}).toList());
  }

  /** The instance that asks somebody to close the gaps of the team, or of the desk. */
  Optional<String> taskOf(CoverageScope place) {
    return database
        .queryForList(
            "select flow_instance_id from coverage_task where place = ?", String.class, place.key())
        .stream()
        .findFirst();
  }

  void addTask(CoverageScope place, String flowInstance) {
    database.update(
        "insert into coverage_task (place, flow_instance_id) values (?, ?)",
        place.key(),
        flowInstance);
  }

  void removeTask(String flowInstance) {
    database.update("delete from coverage_task where flow_instance_id = ?", flowInstance);
  }

  /** Notes that the place is to be checked again; false when that was noted already. */
  boolean askFor(CoverageScope place) {
    return database.update("insert ignore into coverage_due (place) values (?)", place.key()) == 1;
  }

  /** From now on a change asks for another check. */
  void takeUp(CoverageScope place) {
    database.update("delete from coverage_due where place = ?", place.key());
  }

  private static Object[] columns(CoverageGap gap) {
    return new Object[] {
      gap.kind().name(),
      gap.team(),
      gap.role() == null ? null : gap.role().name(),
      gap.calendar(),
      gap.from(),
      gap.to(),
      gap.words(),
      gap.foundAt()
    };
  }

  private static Stored stored(ResultSet row, int n) throws SQLException {
    String role = row.getString("role");
    return new Stored(
        row.getLong("id"),
        new CoverageGap(
            CoverageGapKind.valueOf(row.getString("kind")),
            row.getString("team"),
            role == null ? null : Role.valueOf(role),
            row.getString("calendar"),
            row.getObject("starts_at", Instant.class),
            row.getObject("ends_at", Instant.class),
            row.getString("words"),
            row.getObject("found_at", Instant.class)));
  }
}
