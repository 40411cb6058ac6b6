package dev.baton.incident.history;

import dev.baton.database.Batches;
import dev.baton.engine.Actor;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Level;
import dev.baton.incident.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The histories of incidents as a desk's database has them; needs no running desk. */
@Repository
public class IncidentHistories {

  private final JdbcClient database;

  public IncidentHistories(JdbcClient database) {
    this.database = database;
  }

  /**
   * The numbers of the incidents that were opened from one instant to another, which is not
   * included, in that order.
   */
  public List<String> numbers(Instant from, Instant until) {
    return database
        .sql(
            "select number from incident where opened_at >= ? and opened_at < ?"
                + " order by opened_at, id")
        .params(from, until)
        .query(String.class)
        .list();
  }

  /**
   * All that happened to these incidents, in order of their opening.
   *
   * @param login the sign-in name of an agent's name; null for an unknown one
   */
  public List<IncidentHistory> of(List<String> numbers, UnaryOperator<String> login) {
    Map<Long, HistoryBuilder> builders = new TreeMap<>();
    for (List<String> some : Batches.of(numbers)) {
      Map<Long, HistoryBuilder> next = new TreeMap<>();
      database
          .sql(
              """
              select id, number, client_code, requester_id, requester_vip, channel, subject,
                category, service, impact, urgency, team, team_asked, opened_at
              from incident where number in (:numbers)
              """)
          .param("numbers", some)
          .query((RowCallbackHandler) row -> next.put(row.getLong("id"), builder(row)));
      if (!next.isEmpty()) {
        addJournal(next, login);
        addContacts(next);
        builders.putAll(next);
      }
    }
    return builders.values().stream()
        .map(HistoryBuilder::build)
        .sorted(
            Comparator.comparing(IncidentHistory::openedAt).thenComparing(IncidentHistory::number))
        .toList();
  }

  private static HistoryBuilder builder(ResultSet row) throws SQLException {
    return new HistoryBuilder(
        row.getString("number"),
        row.getString("client_code"),
        row.getLong("requester_id"),
        row.getBoolean("requester_vip"),
        Channel.valueOf(row.getString("channel")),
        row.getString("subject"),
        row.getString("category"),
        row.getString("service"),
        Level.valueOf(row.getString("impact")),
        Level.valueOf(row.getString("urgency")),
        row.getBoolean("team_asked") ? row.getString("team") : null,
        instant(row, "opened_at"));
  }

  private void addJournal(Map<Long, HistoryBuilder> builders, UnaryOperator<String> login) {
    database
        .sql(
            """
            select incident_id, at, kind, actor, origin, text from journal_entry
            where incident_id in (:incidents) order by incident_id, at, id
            """)
        .param("incidents", new ArrayList<>(builders.keySet()))
        .query(
            (RowCallbackHandler)
                row ->
                    builders
                        .get(row.getLong("incident_id"))
                        .add(
                            instant(row, "at"),
                            JournalKind.valueOf(row.getString("kind")),
                            new Actor(row.getString("actor"), row.getString("origin")),
                            row.getString("text"),
                            login));
  }

  private void addContacts(Map<Long, HistoryBuilder> builders) {
    database
        .sql(
            """
            select incident_id, at, kind, direction, channel, visibility, logged_by, origin
            from contact where incident_id in (:incidents) order by incident_id, at, id
            """)
        .param("incidents", new ArrayList<>(builders.keySet()))
        .query(
            (RowCallbackHandler)
                row ->
                    builders
                        .get(row.getLong("incident_id"))
                        .add(
                            instant(row, "at"),
                            new Actor(row.getString("logged_by"), row.getString("origin")),
                            ContactKind.valueOf(row.getString("kind")),
                            Direction.valueOf(row.getString("direction")),
                            Channel.valueOf(row.getString("channel")),
                            Visibility.valueOf(row.getString("visibility"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
