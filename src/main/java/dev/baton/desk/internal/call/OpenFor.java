package dev.baton.desk.internal.call;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.incident.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The open incidents of whoever calls, and the newest of their client beside them. */
@Repository
@Transactional(readOnly = true)
class OpenFor {

  private static final int MOST = 6;

  private static final String SELECT =
      "select number, subject, status, priority, requester_name, opened_at, requester_id = ?"
          + " from incident where status in (%s) and "
              .formatted(
                  Status.open().stream()
                      .map(status -> "'" + status + "'")
                      .collect(Collectors.joining(", ")));

  private final JdbcTemplate jdbc;
  private final ClientDirectory clients;

  OpenFor(JdbcTemplate jdbc, ClientDirectory clients) {
    this.jdbc = jdbc;
    this.clients = clients;
  }

  /**
   * An open incident.
   *
   * @param theirs whether it is of the person who calls
   */
  record Open(
      String number,
      String subject,
      Status status,
      String priority,
      String requester,
      Instant openedAt,
      boolean theirs) {}

  /** None where neither client nor person is known. */
  List<Open> of(String client, String email, String name) {
    Optional<ClientView> known = clients.find(client);
    Optional<RequesterView> person = person(known, email, name);
    if (person.isPresent()) {
      List<Open> theirs = read("requester_id = ?", person.get().id(), person.get().id());
      if (!theirs.isEmpty()) {
        return theirs;
      }
    }
    return known.map(found -> read("client_id = ?", 0L, found.id())).orElse(List.of());
  }

  private Optional<RequesterView> person(Optional<ClientView> client, String email, String name) {
    Optional<RequesterView> byAddress =
        client.isPresent()
            ? clients.requester(client.get().id(), email)
            : clients.requestersWith(email).stream().findFirst();
    if (byAddress.isPresent() || client.isEmpty() || name == null || name.isBlank()) {
      return byAddress;
    }
    return clients.people(name, client.get().id(), MOST).stream()
        .filter(person -> person.clientId() == client.get().id())
        .filter(person -> name.strip().equalsIgnoreCase(person.name()))
        .findFirst();
  }

  private List<Open> read(String condition, long requester, long value) {
    return jdbc.query(
        SELECT + condition + " order by opened_at desc limit " + MOST,
        OpenFor::open,
        requester,
        value);
  }

  private static Open open(ResultSet row, int at) throws SQLException {
    return new Open(
        row.getString(1),
        row.getString(2),
        Status.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        row.getBoolean(7));
  }
}
