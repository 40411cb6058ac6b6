package dev.baton.incident.search;

import dev.baton.database.Batches;
import dev.baton.incident.IncidentDetail;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what lists show of incidents: many of them by one statement, each by an index. */
@Repository
@Transactional(readOnly = true)
public class IncidentSummaries {

  /** Those of an {@link IncidentSummary}, by its names. */
  static final String COLUMNS =
      " i.id, i.number, i.subject, i.client_code client, i.requester_id requesterId,"
          + " i.requester_name requester, i.requester_vip vip, i.service, i.priority, i.status,"
          + " i.team, i.assignee, i.opened_at openedAt, i.flow_instance_id flowInstance,"
          + " i.unread_since unreadSince ";

  private final JdbcClient database;

  IncidentSummaries(JdbcClient database) {
    this.database = database;
  }

  /** Of these ids; one that there is not is left out. */
  public Map<Long, IncidentSummary> byId(Collection<Long> ids) {
    return inPortions(ids, some -> read("where i.id in (:some)", Map.of("some", some))).stream()
        .collect(Collectors.toMap(IncidentSummary::id, Function.identity()));
  }

  /** Of these numbers; one that there is not is left out. */
  public Map<String, IncidentSummary> byNumber(Collection<String> numbers) {
    return inPortions(numbers, some -> read("where i.number in (:some)", Map.of("some", some)))
        .stream()
        .collect(Collectors.toMap(IncidentSummary::number, Function.identity()));
  }

  /** What forms asked for, by number; an incident without details is left out. */
  public Map<String, List<IncidentDetail>> details(Collection<Long> ids) {
    return inPortions(
            ids,
            some ->
                database
                    .sql(
                        "select number, details from incident"
                            + " where id in (:some) and details is not null")
                    .param("some", some)
                    .query(
                        (row, at) ->
                            Map.entry(row.getString(1), IncidentDetail.read(row.getString(2))))
                    .list())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Of that client, those that repeat this one; the first of them. */
  public List<IncidentSummary> duplicatesOf(IncidentNumber number, long clientId, int most) {
    return read(
        "where i.duplicate_of = :number and i.client_id = :client order by i.id limit :most",
        Map.of("number", number.value(), "client", clientId, "most", most));
  }

  /** The newest of a client that are open or were closed after that, without one of them. */
  public List<IncidentSummary> newest(
      long clientId, Instant closedAfter, IncidentNumber without, int most) {
    return read(
        """
        where i.client_id = :client and (i.closed_at is null or i.closed_at > :after)
          and i.number <> :without
        order by i.opened_at desc limit :most
        """,
        Map.of("client", clientId, "after", closedAfter, "without", without.value(), "most", most));
  }

  /** The newest open ones of a person. */
  public List<IncidentSummary> openOfRequester(long requesterId, int most) {
    return open("requester_id", requesterId, most);
  }

  /** The newest open ones of a client. */
  public List<IncidentSummary> openOfClient(long clientId, int most) {
    return open("client_id", clientId, most);
  }

  private List<IncidentSummary> open(String column, long id, int most) {
    return read(
        "where i.status in (:open) and i.%s = :id order by i.opened_at desc limit :most"
            .formatted(column),
        Map.of("open", Status.open().stream().map(Status::name).toList(), "id", id, "most", most));
  }

  private List<IncidentSummary> read(String where, Map<String, ?> values) {
    return database
        .sql("select" + COLUMNS + "from incident i " + where)
        .params(values)
        .query(IncidentSummary.class)
        .list();
  }

  static <I, O> List<O> inPortions(Collection<I> all, Function<List<I>, List<O>> work) {
    return Batches.of(all).stream().flatMap(some -> work.apply(some).stream()).toList();
  }
}
