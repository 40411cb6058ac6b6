package dev.baton.desk.internal.list;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.internal.Visitor;
import dev.baton.incident.IncidentFinder;
import dev.baton.incident.Status;
import dev.baton.sla.ClockState;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of incidents; a client's people find their own client's alone. */
@Repository
@Transactional(readOnly = true)
class Listing {

  /** Counted exactly up to here; beyond, the list says "more than". */
  static final int COUNTED = 10_000;

  private static final String COLUMNS =
      "i.number, i.subject, i.client_code, i.requester_name, i.requester_vip, i.status,"
          + " i.priority, i.team, i.assignee, i.opened_at, i.id";

  private final IncidentFinder finder;
  private final JdbcTemplate jdbc;
  private final ClientDirectory clients;
  private final Obligations obligations;
  private final Clock clock;

  Listing(
      IncidentFinder finder,
      JdbcTemplate jdbc,
      ClientDirectory clients,
      Obligations obligations,
      Clock clock) {
    this.finder = finder;
    this.jdbc = jdbc;
    this.clients = clients;
    this.obligations = obligations;
    this.clock = clock;
  }

  /**
   * A page of the list.
   *
   * @param count how many there are, as far as counted
   * @param more whether there are more
   */
  record Found(List<ListedIncident> incidents, int count, boolean more) {}

  Found find(Asked asked, Visitor visitor) {
    IncidentFinder.Found found =
        finder.find(
            question(asked, visitor).selection(),
            (long) asked.page() * Asked.ON_A_PAGE,
            Asked.ON_A_PAGE,
            COUNTED);
    return new Found(read(found.ids()), found.count(), found.more());
  }

  /** Everything that was asked for, whatever the page, up to so many. */
  List<ListedIncident> all(Asked asked, Visitor visitor, int most) {
    return read(finder.first(question(asked, visitor).selection(), most));
  }

  private ListQuestion question(Asked asked, Visitor visitor) {
    Long only = visitor.caller().onlyClient();
    Long client = only;
    boolean unknown = false;
    if (asked.client() != null) {
      Optional<Long> wanted = clients.find(asked.client()).map(ClientView::id);
      unknown = wanted.isEmpty() || (only != null && !only.equals(wanted.get()));
      client = only == null ? wanted.orElse(null) : only;
    }
    return new ListQuestion(asked, visitor, client, unknown, clock.instant());
  }

  private List<ListedIncident> read(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, ListedIncident> rows = new HashMap<>();
    jdbc.query(
        "select %s from incident i where i.id in (%s)"
            .formatted(COLUMNS, ids.stream().map(String::valueOf).collect(Collectors.joining(","))),
        row -> {
          rows.put(row.getLong("id"), incident(row));
        });
    List<ListedIncident> found = ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    Map<String, List<ObligationView>> promised =
        obligations.of(
            found.stream()
                .filter(incident -> !incident.status().isFinal())
                .map(ListedIncident::number)
                .toList());
    return found.stream()
        .map(incident -> due(incident, promised.getOrDefault(incident.number(), List.of())))
        .toList();
  }

  private static ListedIncident due(ListedIncident incident, List<ObligationView> promised) {
    Instant due =
        promised.stream()
            .filter(obligation -> obligation.state() == ClockState.RUNNING)
            .map(ObligationView::dueAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new ListedIncident(
        incident.number(),
        incident.subject(),
        incident.client(),
        incident.requester(),
        incident.vip(),
        incident.status(),
        incident.priority(),
        incident.team(),
        incident.assignee(),
        incident.openedAt(),
        due);
  }

  private static ListedIncident incident(ResultSet row) throws SQLException {
    return new ListedIncident(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        Status.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getTimestamp(10).toInstant(),
        null);
  }
}
