package dev.baton.incident.search;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Says who holds which incidents, of those that a team or a person works on or has on hold. */
@Repository
@Transactional(readOnly = true)
public class HeldWork {

  private final JdbcClient database;

  HeldWork(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param assignee null: the team's queue
   */
  public record Held(String number, String team, String assignee) {}

  /** Of these numbers; what is not assigned yet, resolved or over is left out. */
  public List<Held> of(Collection<String> numbers) {
    return IncidentSummaries.inPortions(
        numbers,
        some ->
            database
                .sql(
                    """
                    select number, team, assignee from incident
                    where status in ('ASSIGNED', 'IN_PROGRESS', 'ON_HOLD') and number in (:some)
                    """)
                .param("some", some)
                .query(Held.class)
                .list());
  }
}
