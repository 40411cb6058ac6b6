package dev.baton.incident.search;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Priority;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
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
          JournalKind.AT_RISK,
          JournalKind.BREACHED,
          JournalKind.ESCALATED,
          JournalKind.ESCALATION_ANSWERED,
          JournalKind.REMINDED,
          JournalKind.REPLIED);

  private final JdbcTemplate database;
  private final ClientDirectory clients;

  IdleIncidents(JdbcTemplate database, ClientDirectory clients) {
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
    // ANALYZE with 30,000 open incidents of 10 lines each (MariaDB 11.4): the incidents by
    // incident_open, or all where most are open; of each journal by journal_entry_incident,
    // backwards from its end, 2 rows; of its contacts by contact_incident alike. 0.9 s in all.
    List<Suspect> suspects =
        database.query(
            """
            select * from (
              select i.number, i.client_id, i.priority, i.team, i.reassignments, greatest(i.opened_at,
                coalesce((select j.at from journal_entry j
                  where j.incident_id = i.id and j.kind not in (%s)
                  order by j.at desc limit 1), i.opened_at),
                coalesce((select o.at from contact o
                  where o.incident_id = i.id and o.direction = 'OUT'
                  order by o.at desc limit 1), i.opened_at)) last_progress
              from incident i
              where i.status in ('ASSIGNED', 'IN_PROGRESS')
            ) open
            where last_progress <= %s or reassignments > %s
            """
                .formatted(
                    NO_PROGRESS.stream()
                        .map(kind -> "'" + kind + "'")
                        .sorted()
                        .collect(Collectors.joining(", ")),
                    byPriority(
                        before.entrySet().stream()
                            .collect(
                                Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> "'" + Timestamp.from(entry.getValue()) + "'"))),
                    byPriority(reassignments)),
            (row, n) ->
                new Suspect(
                    row.getLong("client_id"),
                    new IncidentNumber(row.getString("number")),
                    Priority.valueOf(row.getString("priority")),
                    row.getString("team"),
                    row.getObject("last_progress", Instant.class),
                    row.getInt("reassignments")));
    Map<Long, ClientView> theirs =
        clients.clients(suspects.stream().map(Suspect::clientId).collect(Collectors.toSet()));
    return suspects.stream()
        .map(suspect -> suspect.of(theirs.get(suspect.clientId()).tier().name()))
        .toList();
  }

  private record Suspect(
      long clientId,
      IncidentNumber number,
      Priority priority,
      String team,
      Instant lastProgress,
      int reassignments) {

    IdleIncident of(String tier) {
      return new IdleIncident(number, tier, priority, team, lastProgress, reassignments);
    }
  }

  private static String byPriority(Map<Priority, ?> values) {
    return values.isEmpty()
        ? "null"
        : values.entrySet().stream()
            .map(entry -> "when '%s' then %s".formatted(entry.getKey(), entry.getValue()))
            .sorted()
            .collect(Collectors.joining(" ", "case priority ", " end"));
  }
}
