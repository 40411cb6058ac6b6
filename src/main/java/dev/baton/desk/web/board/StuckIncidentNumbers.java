package dev.baton.desk.web.board;

import dev.baton.incident.Priority;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The incidents that the board counts as stuck, for lists of them. */
@Component
public class StuckIncidentNumbers {

  private final StuckIncidents stuck;
  private final StuckIncidentsCache cache;
  private final Clock clock;

  StuckIncidentNumbers(StuckIncidents stuck, StuckIncidentsCache cache, Clock clock) {
    this.stuck = stuck;
    this.cache = cache;
    this.clock = clock;
  }

  /** Within the filter of a board; null for any. */
  @Transactional(readOnly = true)
  public List<String> of(Long clientId, String client, String team, Priority priority) {
    return stuck.numbers(
        new BoardFilter(clientId, client, team, priority), clock.instant(), cache.seen().found());
  }
}
