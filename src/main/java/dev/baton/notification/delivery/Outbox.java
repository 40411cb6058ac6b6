package dev.baton.notification.delivery;

import dev.baton.notification.Announcement;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.CommunicationPlanRow;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.Recipient;
import dev.baton.notification.StoredNotification;
import dev.baton.notification.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The rows of the outbox. Each change names the state it starts from and does nothing if the row is
 * in another state, so the first change wins.
 */
@Repository
public class Outbox {

  private static final int LONGEST_ERROR = 1_000;

  private static final String SELECT =
      """
      select id, announcement_id announcementId, incident, event, template, audience, recipient,
        recipient_name recipientName, address, channel, next_channel nextChannel,
        next_address nextAddress, language, zone, status, digest, send_at sendAt, tries,
        last_error lastError, fault, message_id messageId
      from notification
      """;

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row to insert. */
  public record Draft(
      Announcement announcement,
      CommunicationPlanRow plan,
      Recipient recipient,
      ChannelKind channel,
      String address,
      ChannelKind nextChannel,
      String nextAddress,
      Instant sendAt,
      Suppression suppressed,
      String reason) {}

  public Optional<Announcement> announcement(long id) {
    return jdbc.sql(
            """
            select id, incident, event, epoch, detail, next_at, person, reach, at, author, joined
            from announcement where id = ?
            """)
        .param(id)
        .query(Announcement.class)
        .optional();
  }

  /**
   * Adds the row and returns its id; empty if this recipient already has one on this channel, which
   * somebody else delivers.
   */
  public Optional<Long> add(Draft draft, Instant now) {
    KeyHolder key = new GeneratedKeyHolder();
    int added =
        jdbc.sql(
                """
            insert ignore into notification
            (announcement_id, incident, event, template, audience, recipient, recipient_name,
             address, channel, next_channel, next_address, language, zone, status, reason,
             reason_text, digest, send_at, created_at, tries, all_tries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            """)
            .params(
                draft.announcement().id(),
                draft.announcement().incident(),
                draft.announcement().event().code(),
                draft.plan().template().code(),
                draft.recipient().audience().name(),
                draft.channel() == ChannelKind.WEBHOOK && draft.address() != null
                    ? draft.address() // one for all of its readers
                    : draft.recipient().key(),
                draft.recipient().name(),
                draft.address(),
                draft.channel().name(),
                name(draft.nextChannel()),
                draft.nextAddress(),
                draft.recipient().language().toLanguageTag(),
                draft.recipient().zone().getId(),
                (draft.suppressed() == null ? DeliveryStatus.QUEUED : DeliveryStatus.SUPPRESSED)
                    .name(),
                name(draft.suppressed()),
                draft.reason(),
                draft.plan().digest(),
                draft.sendAt(),
                now)
            .update(key, "id");
    return added == 1 ? Optional.ofNullable(key.getKey()).map(Number::longValue) : Optional.empty();
  }

  StoredNotification get(long id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no notification " + id + "."));
  }

  Optional<StoredNotification> find(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(StoredNotification.class).optional();
  }

  /**
   * Claims the due digest notifications of the recipient on the channel, for one message; none if
   * another message already carries them. Includes the carrier itself.
   */
  List<StoredNotification> takeUp(StoredNotification carrier, Instant now) {
    jdbc.sql(
            """
            update notification set sent_with = ?
            where recipient = ? and digest and status = 'QUEUED' and channel = ? and address = ?
              and send_at <= ? and sent_with is null
            order by id limit 100
            """)
        .params(carrier.id(), carrier.recipient(), carrier.channel().name(), carrier.address(), now)
        .update();
    return jdbc.sql(
            SELECT
                + "where recipient = ? and digest and status = 'QUEUED' and sent_with = ?"
                + " order by id")
        .params(carrier.recipient(), carrier.id())
        .query(StoredNotification.class)
        .list();
  }

  /** Releases the notifications of a carrier that is not sent, so that they can go on their own. */
  void letGo(StoredNotification carrier) {
    jdbc.sql(
            """
            update notification set sent_with = null
            where recipient = ? and digest and status = 'QUEUED' and sent_with = ?
            """)
        .params(carrier.recipient(), carrier.id())
        .update();
  }

  /** Creates the same notification for the same recipient on the plan's next channel. */
  Optional<Long> onNextChannel(StoredNotification failed, Instant now) {
    if (failed.nextChannel() == null) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            insert ignore into notification
            (announcement_id, incident, event, template, audience, recipient, recipient_name,
             address, channel, language, zone, status, digest, send_at, created_at, tries,
             all_tries)
            select announcement_id, incident, event, template, audience, recipient, recipient_name,
              next_address, next_channel, language, zone, 'QUEUED', false, ?, ?, 0, 0
            from notification where id = ? returning id
            """)
        .params(now, now, failed.id())
        .query(Long.class)
        .optional();
  }

  /** Each of these returns whether the row was queued; if not, another attempt was faster. */
  boolean handedOver(long id, DeliveryChannel.Handover handover, String messageId, Instant now) {
    boolean delivered = handover == DeliveryChannel.Handover.DELIVERED;
    return isOne(
        """
        update notification set status = ?, sent_at = ?, delivered_at = ?, message_id = ?,
          tries = tries + 1, all_tries = all_tries + 1, fault = null
        where id = ? and status = 'QUEUED'
        """,
        (delivered ? DeliveryStatus.DELIVERED : DeliveryStatus.SENT).name(),
        now,
        delivered ? now : null,
        messageId,
        id);
  }

  boolean notHandedOver(long id, boolean isUndeliverable, String words, String messageId) {
    return isOne(
        """
        update notification set tries = tries + 1, all_tries = all_tries + 1, fault = ?,
          last_error = ?, message_id = ? where id = ? and status = 'QUEUED'
        """,
        isUndeliverable ? "UNDELIVERABLE" : "DOWN",
        shortened(words),
        messageId,
        id);
  }

  boolean notYet(long id, Instant until) {
    return isOne(
        "update notification set fault = 'NOT_YET', send_at = ? where id = ? and status = 'QUEUED'",
        until,
        id);
  }

  boolean waitUntil(long id, Instant sendAt) {
    return isOne(
        "update notification set send_at = ? where id = ? and status = 'QUEUED'", sendAt, id);
  }

  boolean failed(long id) {
    return isOne(
        "update notification set status = 'FAILED' where id = ? and status = 'QUEUED'", id);
  }

  boolean suppressed(long id, Suppression reason, String words) {
    return isOne(
        """
        update notification set status = 'SUPPRESSED', reason = ?, reason_text = ?
        where id = ? and status = 'QUEUED'
        """,
        reason.name(),
        words,
        id);
  }

  /**
   * Returns whether no other notification to this address about this incident was held back by a
   * cap.
   */
  boolean isFirstCapped(StoredNotification capped) {
    return jdbc.sql(
            """
            select id from notification where incident = ? and address = ? and id <> ?
            and reason in ('CAP_ADDRESS', 'CAP_INCIDENT') limit 1
            """)
        .params(capped.incident(), capped.address(), capped.id())
        .query(Long.class)
        .optional()
        .isEmpty();
  }

  /** Records a bounce; returns false if the notification is not known as sent. */
  boolean cameBack(long id, String words) {
    return isOne(
        """
        update notification set status = 'BOUNCED', last_error = ?
        where id = ? and status in ('SENT', 'DELIVERED')
        """,
        shortened(words),
        id);
  }

  /** Records a delay; returns false if the notification is not on its way. */
  boolean delayed(long id, String words) {
    return isOne(
        "update notification set last_error = ? where id = ? and status = 'SENT'",
        shortened(words),
        id);
  }

  /** Returns the newest mail that went to this address since then. */
  Optional<StoredNotification> newestTo(String address, Instant since) {
    return jdbc.sql(
            SELECT
                + """
                where address = ? and channel = 'MAIL' and status = 'SENT' and sent_at >= ?
                order by sent_at desc, id desc limit 1
                """)
        .params(address, since)
        .query(StoredNotification.class)
        .optional();
  }

  /** Queues a failed or bounced notification again; returns false if it is neither. */
  boolean mended(long id, String address, Instant now) {
    return isOne(
        """
        update notification set status = 'QUEUED', address = ?, tries = 0, fault = null,
          send_at = ?, sent_at = null, delivered_at = null
        where id = ? and status in ('FAILED', 'BOUNCED')
        """,
        address,
        now,
        id);
  }

  private boolean isOne(String update, Object... given) {
    return jdbc.sql(update).params(given).update() == 1;
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static String shortened(String words) {
    String text = words == null ? "No reason was given." : words.strip();
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
  }
}
