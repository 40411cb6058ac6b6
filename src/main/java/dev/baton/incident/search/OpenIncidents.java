package dev.baton.incident.search;

import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
  private static final List<Status> UNRESOLVED =
      List.of(Status.RECEIVED, Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD);

  private static final String IS_UNRESOLVED =
      UNRESOLVED.stream()
          .map(status -> "'" + status + "'")
          .collect(Collectors.joining(", ", " and i.status in (", ")"));

  private final NamedParameterJdbcTemplate database;

  OpenIncidents(NamedParameterJdbcTemplate database) {
    this.database = database;
  }

  /** How many incidents of a priority are in a state. */
  public record Counted(Priority priority, Status status, long count) {}

  /** A flow instance of an open incident. */
  public record Running(long id, String flowInstance) {}

  public List<Counted> count(IncidentFilter filter) {
    return database.query(
        "select i.priority, i.status, count(*) from incident i where"
            + OPEN
            + filter.conditions()
            + " group by i.priority, i.status",
        filter.parameters(),
        (row, n) ->
            new Counted(
                IncidentSummaries.priority(row.getString(1)),
                Status.valueOf(row.getString(2)),
                row.getLong(3)));
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
    return database.query(
        "select"
            + IncidentSummaries.COLUMNS
            + "from ("
            + ofEach
            + ") oldest join incident i on i.id = oldest.id"
            + " order by i.opened_at, i.id limit :most",
        filter.parameters().addValue("most", most),
        (row, n) -> IncidentSummaries.line(row));
  }

  /** In the queues of the teams with nobody on them, the oldest first; those after the offset. */
  public List<IncidentSummary> queued(
      Collection<String> teams, IncidentFilter filter, int offset, int most) {
    return database.query(
        "select"
            + IncidentSummaries.COLUMNS
            + "from incident i where i.team in (:queues) and i.status = 'ASSIGNED'"
            + " and i.assignee is null"
            + filter.conditions()
            + " order by i.opened_at, i.id limit :most offset :offset",
        filter
            .parameters()
            .addValue("queues", teams)
            .addValue("most", most)
            .addValue("offset", offset),
        (row, n) -> IncidentSummaries.line(row));
  }

  /** Those of the numbers that are open and within the filter. */
  public List<IncidentSummary> open(Collection<String> numbers, IncidentFilter filter) {
    return IncidentSummaries.inPortions(
        numbers,
        some ->
            database.query(
                "select"
                    + IncidentSummaries.COLUMNS
                    + "from incident i where i.number in (:some) and"
                    + OPEN
                    + filter.conditions(),
                filter.parameters().addValue("some", some),
                (row, n) -> IncidentSummaries.line(row)));
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
    IncidentSummaries.inPortions(
        numbers,
        some -> {
          database.query(
              "select i.number, i.priority from incident i where i.number in (:some)"
                  + condition
                  + filter.conditions(),
              filter.parameters().addValue("some", some),
              row -> {
                found.put(row.getString(1), IncidentSummaries.priority(row.getString(2)));
              });
          return List.of();
        });
    return found;
  }

  /** The flow instances of what is open, in portions: those of the incidents after that id. */
  public List<Running> running(IncidentFilter filter, long after, int most) {
    MapSqlParameterSource values =
        filter.parameters().addValue("after", after).addValue("most", most);
    return database.query(
        "select i.id, i.flow_instance_id from incident i where i.id > :after"
            + " and i.flow_instance_id is not null and"
            + OPEN
            + filter.conditions()
            + " order by i.id limit :most",
        values,
        (row, n) -> new Running(row.getLong(1), row.getString(2)));
  }
}
