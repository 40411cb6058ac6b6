package dev.baton.notification;

import dev.baton.access.Act;
import dev.baton.access.Needs;
import dev.baton.incident.IncidentNumber;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who follow an incident, beside its requester; and the clients' own contacts. */
@Service
@Transactional
public class Watchers {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Watchers(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * From now on this address hears what the plan tells watchers.
   *
   * @param name null if nobody knows it
   */
  @Needs(Act.WORK)
  public void follow(IncidentNumber incident, String address, String name) {
    jdbc.update(
        "insert ignore into watcher (incident, address, name, since) values (?, ?, ?, ?)",
        incident.value(),
        address.strip().toLowerCase(Locale.ROOT),
        name,
        Timestamp.from(clock.instant()));
  }

  @Needs(Act.WORK)
  public void leave(IncidentNumber incident, String address) {
    jdbc.update(
        "delete from watcher where incident = ? and address = ?",
        incident.value(),
        address.strip());
  }

  /** The addresses that follow the incident. */
  @Transactional(readOnly = true)
  public List<String> of(IncidentNumber incident) {
    return jdbc.queryForList(
        "select address from watcher where incident = ? order by address",
        String.class,
        incident.value());
  }

  /** This address hears what the plan tells the client's own contact for the desk. */
  public void represents(long clientId, String address, String name) {
    jdbc.update(
        """
        insert into client_contact (client_id, address, name) values (?, ?, ?)
        on duplicate key update name = value(name)
        """,
        clientId,
        address.strip().toLowerCase(Locale.ROOT),
        name);
  }

  public void noLongerRepresents(long clientId, String address) {
    jdbc.update(
        "delete from client_contact where client_id = ? and address = ?",
        clientId,
        address.strip());
  }

  /** The addresses of the client's own contacts for the desk. */
  @Transactional(readOnly = true)
  public List<String> contactsOf(long clientId) {
    return jdbc.queryForList(
        "select address from client_contact where client_id = ? order by address",
        String.class,
        clientId);
  }
}
