package dev.baton.incident.search;

import dev.baton.database.Batches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Says who holds which incidents, of those that a team or a person works on or has on hold. */
@Repository
@Transactional(readOnly = true)
public class HeldWork {

  private final JdbcTemplate database;

  HeldWork(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * @param assignee null: the team's queue
   */
  public record Held(String number, String team, String assignee) {}

  /** Of these numbers; what is not assigned yet, resolved or over is left out. */
  public List<Held> of(Collection<String> numbers) {
    List<Held> held = new ArrayList<>();
    for (List<String> some : Batches.of(numbers)) {
      held.addAll(
          database.query(
              """
              select number, team, assignee from incident
              where status in ('ASSIGNED', 'IN_PROGRESS', 'ON_HOLD') and number in (%s)
              """
                  .formatted(Batches.places(some)),
              (row, n) -> new Held(row.getString(1), row.getString(2), row.getString(3)),
              some.toArray()));
    }
    return held;
  }
}
