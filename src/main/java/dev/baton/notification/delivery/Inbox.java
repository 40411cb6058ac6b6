package dev.baton.notification.delivery;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.NotificationEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that people find in Baton itself; needs no outside system. */
@Service("inbox")
public class Inbox implements DeliveryChannel, HealthIndicator {

  private final JdbcTemplate database;
  private final Clock clock;

  Inbox(JdbcTemplate database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.INBOX;
  }

  @Override
  @Transactional
  public Handover send(OutgoingMessage message) {
    database.update(
        """
        insert ignore into inbox_message (notification, login, incident, event, subject, body, at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        message.notification(),
        message.address(),
        message.incident(),
        message.event().name(),
        message.content().subject(),
        message.content().text(),
        clock.instant());
    return Handover.DELIVERED;
  }

  /** Returns a person's messages, newest first; on request only the unread ones. */
  @Transactional(readOnly = true)
  public Page<InboxMessage> of(String login, boolean unreadOnly, Pageable page) {
    String where =
        " from inbox_message where login = ?" + (unreadOnly ? " and read_at is null" : "");
    Long count = database.queryForObject("select count(*)" + where, Long.class, login);
    List<InboxMessage> found =
        database.query(
            "select id, incident, event, subject, body, at, read_at"
                + where
                + " order by at desc, id desc limit ? offset ?",
            Inbox::message,
            login,
            page.getPageSize(),
            page.getOffset());
    return new PageImpl<>(found, page, count == null ? 0 : count);
  }

  /** Returns whether this person had such a message. */
  @Transactional
  public boolean read(String login, long id) {
    return database.update(
            "update inbox_message set read_at = coalesce(read_at, ?) where login = ? and id = ?",
            clock.instant(),
            login,
            id)
        == 1;
  }

  /** Returns how many were unread until now. */
  @Transactional
  public int readAll(String login) {
    return database.update(
        "update inbox_message set read_at = ? where login = ? and read_at is null",
        clock.instant(),
        login);
  }

  @Override
  public Health health() {
    database.queryForList("select id from inbox_message limit 1");
    return Health.up().build();
  }

  private static InboxMessage message(ResultSet row, int number) throws SQLException {
    return new InboxMessage(
        row.getLong("id"),
        row.getString("incident"),
        NotificationEvent.valueOf(row.getString("event")),
        row.getString("subject"),
        row.getString("body"),
        row.getObject("at", Instant.class),
        row.getObject("read_at", Instant.class));
  }
}
