package dev.baton.incident.search;

import dev.baton.database.Batches;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts and picks out open incidents: most by an index alone, and of those that are named
 * elsewhere a thousand at once.
 */
@Repository
@Transactional(readOnly = true)
public class OpenIncidents {

  /** Not over: a resolved incident waits for the client's word. */
  private static final String OPEN =
      " i.status in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD', 'RESOLVED')";

  /** The desk has something to do. */
  public static final List<Status> UNRESOLVED =
      List.of(Status.RECEIVED, Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD);

  private static final String IS_UNRESOLVED =
      UNRESOLVED.stream()
          .map(status -> "'" + status + "'")
          .collect(Collectors.joining(", ", " and i.status in (", ")"));

  private final JdbcClient database;

  OpenIncidents(JdbcClient database) {
    this.database = database;
  }

  /** How many incidents of a priority are in a state. */
  public record Counted(Priority priority, Status status, long count) {}

  /** A flow instance of an open incident. */
  public record Running(long id, String flowInstance) {}

  private record Prioritized(String number, Priority priority) {}

  public List<Counted> count(IncidentFilter filter) {
    return database
        .sql(
            "select i.priority, i.status, count(*) count from incident i where"
                + OPEN
                + filter.conditions()
                + " group by i.priority, i.status")
        .params(filter.parameters())
        .query(Counted.class)
        .list();
  }

  /** Not resolved, the oldest first. Within each status the index has them in their order. */
  public List<IncidentSummary> oldest(IncidentFilter filter, int most) {
    String ofEach =
        UNRESOLVED.stream()
            .map(
                status ->
                    "(select i.id, i.opened_at from incident i where i.status = '%s'%s order by"
                            .formatted(status, filter.conditions())
                        + " i.opened_at limit :most)")
            .collect(Collectors.joining(" union all "));
    return database
        .sql(
            "select"
                + IncidentSummaries.COLUMNS
                + "from ("
                + ofEach
                + ") oldest join incident i on i.id = oldest.id"
                + " order by i.opened_at, i.id limit :most")
        .params(filter.parameters())
        .param("most", most)
        .query(IncidentSummary.class)
        .list();
  }

  /** In the queues of the teams with nobody on them, the oldest first; those after the offset. */
  public List<IncidentSummary> queued(
      Collection<String> teams, IncidentFilter filter, int offset, int most) {
    return database
        .sql(
            "select"
                + IncidentSummaries.COLUMNS
                + "from incident i where i.team in (:queues) and i.status = 'ASSIGNED'"
                + " and i.assignee is null"
                + filter.conditions()
                + " order by i.opened_at, i.id limit :most offset :offset")
        .params(filter.parameters())
        .param("queues", teams)
        .param("most", most)
        .param("offset", offset)
        .query(IncidentSummary.class)
        .list();
  }

  /** Those of the numbers that are open and within the filter. */
  public List<IncidentSummary> open(Collection<String> numbers, IncidentFilter filter) {
    return IncidentSummaries.inPortions(
        numbers,
        some ->
            database
                .sql(
                    "select"
                        + IncidentSummaries.COLUMNS
                        + "from incident i where i.number in (:some) and"
                        + OPEN
                        + filter.conditions())
                .params(filter.parameters())
                .param("some", some)
                .query(IncidentSummary.class)
                .list());
  }

  /** Those of the numbers that are within the filter, open or not, with their priorities. */
  public Map<String, Priority> within(Collection<String> numbers, IncidentFilter filter) {
    return within(numbers, filter, "");
  }

  /** The same of those alone that are not resolved. */
  public Set<String> unresolved(Collection<String> numbers, IncidentFilter filter) {
    return within(numbers, filter, IS_UNRESOLVED).keySet();
  }

  private Map<String, Priority> within(
      Collection<String> numbers, IncidentFilter filter, String condition) {
    Map<String, Priority> found = new HashMap<>();
    for (List<String> some : Batches.of(numbers)) {
      database
          .sql(
              "select i.number, i.priority from incident i where i.number in (:some)"
                  + condition
                  + filter.conditions())
          .params(filter.parameters())
          .param("some", some)
          .query(Prioritized.class)
          .list()
          .forEach(incident -> found.put(incident.number(), incident.priority()));
    }
    return found;
  }

  /** The flow instances of what is open, in portions: those of the incidents after that id. */
  public List<Running> running(IncidentFilter filter, long after, int most) {
    return database
        .sql(
            "select i.id, i.flow_instance_id flowInstance from incident i where i.id > :after"
                + " and i.flow_instance_id is not null and"
                + OPEN
                + filter.conditions()
                + " order by i.id limit :most")
        .params(filter.parameters())
        .param("after", after)
        .param("most", most)
        .query(Running.class)
        .list();
  }
}
