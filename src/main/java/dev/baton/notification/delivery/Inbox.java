package dev.baton.notification.delivery;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.template.RenderedMention;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that people find in Baton itself; needs no outside system. */
@Service("inbox")
public class Inbox implements DeliveryChannel, HealthIndicator {

  /** Of messages about a note that mentions the person. */
  private static final NotificationEvent MENTIONED = new NotificationEvent("MENTIONED");

  private final JdbcClient jdbc;
  private final Clock clock;

  Inbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.INBOX;
  }

  @Override
  @Transactional
  public Handover send(OutgoingMessage message) {
    jdbc.sql(
            """
            insert ignore into inbox_message
              (notification, login, incident, event, subject, body, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            message.notification(),
            message.address(),
            message.incident(),
            message.event().code(),
            message.content().subject(),
            message.content().text(),
            clock.instant())
        .update();
    return Handover.DELIVERED;
  }

  /**
   * Adds a message about an internal note that mentions the person; once, however often it is
   * called.
   *
   * @param note id of the contact
   */
  @Transactional
  public void mention(String login, String incident, long note, RenderedMention message) {
    jdbc.sql(
            """
            insert ignore into inbox_message (contact, login, incident, event, subject, body, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            note,
            login,
            incident,
            MENTIONED.code(),
            message.subject(),
            message.text(),
            clock.instant())
        .update();
  }

  /** Returns a person's messages, newest first; on request only the unread ones. */
  @Transactional(readOnly = true)
  public Page<InboxMessage> of(String login, boolean unreadOnly, Pageable page) {
    String where =
        " from inbox_message where login = ?" + (unreadOnly ? " and read_at is null" : "");
    long count = jdbc.sql("select count(*)" + where).param(login).query(Long.class).single();
    List<InboxMessage> found =
        jdbc.sql(
                "select id, incident, event, contact, subject, body text, at, read_at readAt"
                    + where
                    + " order by at desc, id desc limit ? offset ?")
            .params(login, page.getPageSize(), page.getOffset())
            .query(InboxMessage.class)
            .list();
    return new PageImpl<>(found, page, count);
  }

  /** Returns whether this person had such a message. */
  @Transactional
  public boolean read(String login, long id) {
    return jdbc.sql(
                "update inbox_message set read_at = coalesce(read_at, ?) where login = ? and id ="
                    + " ?")
            .params(clock.instant(), login, id)
            .update()
        == 1;
  }

  /** Returns whether this person had such a message. */
  @Transactional
  public boolean markAsUnread(String login, long id) {
    int marked =
        jdbc.sql("update inbox_message set read_at = null where login = ? and id = ?")
            .params(login, id)
            .update();
    return marked == 1 || exists(login, id);
  }

  private boolean exists(String login, long id) {
    return jdbc.sql("select count(*) from inbox_message where login = ? and id = ?")
            .params(login, id)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Returns how many are unread, as far as counted. */
  @Transactional(readOnly = true)
  public int unread(String login, int counted) {
    return jdbc.sql(
            """
            select count(*) from
              (select 1 from inbox_message where login = ? and read_at is null limit ?) t
            """)
        .params(login, counted)
        .query(Integer.class)
        .single();
  }

  /** Marks all of the person's messages about an incident as read. */
  @Transactional
  public void readAllAbout(String login, String incident) {
    jdbc.sql(
            "update inbox_message set read_at = ? where login = ? and read_at is null and incident"
                + " = ?")
        .params(clock.instant(), login, incident)
        .update();
  }

  /** Returns how many were unread until now. */
  @Transactional
  public int readAll(String login) {
    return jdbc.sql("update inbox_message set read_at = ? where login = ? and read_at is null")
        .params(clock.instant(), login)
        .update();
  }

  @Override
  public Health health() {
    jdbc.sql("select id from inbox_message limit 1").query(Long.class).list();
    return Health.up().build();
  }
}
