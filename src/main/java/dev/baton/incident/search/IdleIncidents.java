package dev.baton.incident.search;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds open incidents in which nothing moves, or that are handed around. What waits on hold, or is
 * resolved, is left out: others look after it.
 */
@Repository
@Transactional(readOnly = true)
public class IdleIncidents {

  /** Notes that others write about an incident: nobody has worked on it. */
  private static final Set<JournalKind> NO_PROGRESS =
      Set.of(
          JournalKind.FLOW_NOT_STARTED,
          JournalKind.FLOW_STARTED,
          JournalKind.RELEASE_ROLLED_BACK,
          JournalKind.FLOW_MIGRATED,
          JournalKind.AT_RISK,
          JournalKind.BREACHED,
          JournalKind.ESCALATED,
          JournalKind.ESCALATION_ANSWERED,
          JournalKind.REMINDED,
          JournalKind.REPLIED);

  private final JdbcClient database;
  private final ClientDirectory clients;

  IdleIncidents(JdbcClient database, ClientDirectory clients) {
    this.database = database;
    this.clients = clients;
  }

  /**
   * Those that may need somebody higher, as far as the clock on the wall tells.
   *
   * @param before nothing has moved since then, by priority; one that is not named is left out
   * @param reassignments or handed on more often than that, by priority; alike
   */
  public List<IdleIncident> suspects(
      Map<Priority, Instant> before, Map<Priority, Integer> reassignments) {
    List<Object> limits = new ArrayList<>();
    // ANALYZE with 30,000 open incidents of 10 lines each (MariaDB 11.4): the incidents by
    // incident_open, or all where most are open; of each journal by journal_entry_incident,
    // backwards from its end, 2 rows; of its contacts by contact_incident alike. 0.9 s in all.
    String select =
        """
        select * from (
          select i.number, i.client_id clientId, i.priority, i.team, i.reassignments,
            greatest(i.opened_at,
              coalesce((select j.at from journal_entry j
                where j.incident_id = i.id and j.kind not in (%s)
                order by j.at desc limit 1), i.opened_at),
              coalesce((select o.at from contact o
                where o.incident_id = i.id and o.direction = 'OUT'
                order by o.at desc limit 1), i.opened_at)) lastProgress
          from incident i
          where i.status in ('ASSIGNED', 'IN_PROGRESS')
        ) open
        where lastProgress <= %s or reassignments > %s
        """
            .formatted(
                NO_PROGRESS.stream()
                    .map(kind -> "'" + kind + "'")
                    .sorted()
                    .collect(Collectors.joining(", ")),
                byPriority(before, limits),
                byPriority(reassignments, limits));
    List<Suspect> suspects = database.sql(select).params(limits).query(Suspect.class).list();
    Map<Long, ClientView> theirs =
        clients.clients(suspects.stream().map(Suspect::clientId).collect(Collectors.toSet()));
    return suspects.stream()
        .map(suspect -> suspect.of(theirs.get(suspect.clientId()).tier().name()))
        .toList();
  }

  private record Suspect(
      long clientId,
      String number,
      Priority priority,
      String team,
      Instant lastProgress,
      int reassignments) {

    IdleIncident of(String tier) {
      return new IdleIncident(
          new IncidentNumber(number), tier, priority, team, lastProgress, reassignments);
    }
  }

  /** As SQL; adds its values. */
  private static String byPriority(Map<Priority, ?> limits, List<Object> values) {
    limits.forEach((priority, limit) -> Collections.addAll(values, priority.name(), limit));
    return limits.isEmpty()
        ? "null"
        : "case priority" + " when ? then ?".repeat(limits.size()) + " end";
  }
}
