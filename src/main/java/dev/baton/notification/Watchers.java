package dev.baton.notification;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who follow an incident in addition to its requester, and the clients' own contacts. */
@Service
@Transactional
public class Watchers {

  private final JdbcClient jdbc;
  private final Clock clock;

  Watchers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Adds the address as a watcher.
   *
   * @param name null if unknown
   */
  @RequiresPermission(Permission.WORK)
  public void follow(IncidentNumber incident, String address, String name) {
    jdbc.sql(
            """
            insert into watcher (incident, address, name, since, state)
            values (?, ?, ?, ?, 'FOLLOWING') on duplicate key update state = 'FOLLOWING'
            """)
        .params(incident.value(), address.strip().toLowerCase(Locale.ROOT), name, clock.instant())
        .update();
  }

  /** Adds the address as a watcher because of its own mail, unless an agent has declined it. */
  public void join(IncidentNumber incident, String address, String name) {
    add(incident, address, name, "FOLLOWING");
  }

  /**
   * Proposes the address as a watcher. It gets no notifications until an agent confirms it.
   *
   * @return whether it is new: it neither follows nor awaits confirmation, and was not declined
   */
  public boolean propose(IncidentNumber incident, String address, String name) {
    return add(incident, address, name, "PENDING") == 1;
  }

  private int add(IncidentNumber incident, String address, String name, String state) {
    return jdbc.sql(
            "insert ignore into watcher (incident, address, name, since, state)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            incident.value(),
            address.strip().toLowerCase(Locale.ROOT),
            name,
            clock.instant(),
            state)
        .update();
  }

  /** Whoever follows the one, or waits to, follows the other as well, or waits to. */
  @RequiresPermission(Permission.WORK)
  public void followAlso(IncidentNumber one, IncidentNumber other) {
    jdbc.sql(
            """
            insert ignore into watcher (incident, address, name, since, state)
            select ?, address, name, since, state from watcher where incident = ?
            """)
        .params(other.value(), one.value())
        .update();
  }

  /** Returns the addresses that await confirmation. */
  @Transactional(readOnly = true)
  public List<String> proposed(IncidentNumber incident) {
    return addresses(incident, "PENDING");
  }

  /**
   * @throws NotOffered if it does not await confirmation
   */
  @RequiresPermission(Permission.WORK)
  public void confirm(IncidentNumber incident, String address) {
    decide(incident, address, "FOLLOWING");
  }

  /**
   * Declines the address: it gets no notifications and is not proposed again.
   *
   * @throws NotOffered if it does not await confirmation
   */
  @RequiresPermission(Permission.WORK)
  public void decline(IncidentNumber incident, String address) {
    decide(incident, address, "DECLINED");
  }

  private void decide(IncidentNumber incident, String address, String state) {
    int decided =
        jdbc.sql(
                """
                update watcher set state = ?
                where incident = ? and address = ? and state = 'PENDING'
                """)
            .params(state, incident.value(), address.strip())
            .update();
    if (decided == 0) {
      throw new NotOffered(LocalizableText.of("refused.watcher", address, incident));
    }
  }

  @RequiresPermission(Permission.WORK)
  public void leave(IncidentNumber incident, String address) {
    jdbc.sql("delete from watcher where incident = ? and address = ?")
        .params(incident.value(), address.strip())
        .update();
  }

  /** Returns the addresses that follow the incident. */
  @Transactional(readOnly = true)
  public List<String> of(IncidentNumber incident) {
    return addresses(incident, "FOLLOWING");
  }

  private List<String> addresses(IncidentNumber incident, String state) {
    return jdbc.sql("select address from watcher where incident = ? and state = ? order by address")
        .params(incident.value(), state)
        .query(String.class)
        .list();
  }

  /** Makes this address one of the client's own contacts for the desk. */
  public void represents(long clientId, String address, String name) {
    jdbc.sql(
            """
            insert into client_contact (client_id, address, name) values (?, ?, ?)
            on duplicate key update name = value(name)
            """)
        .params(clientId, address.strip().toLowerCase(Locale.ROOT), name)
        .update();
  }

  public void noLongerRepresents(long clientId, String address) {
    jdbc.sql("delete from client_contact where client_id = ? and address = ?")
        .params(clientId, address.strip())
        .update();
  }

  /** Returns the addresses of the client's own contacts for the desk. */
  @Transactional(readOnly = true)
  public List<String> contactsOf(long clientId) {
    return jdbc.sql("select address from client_contact where client_id = ? order by address")
        .param(clientId)
        .query(String.class)
        .list();
  }
}
