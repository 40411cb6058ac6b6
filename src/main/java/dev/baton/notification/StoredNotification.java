package dev.baton.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** A row of the outbox, as its delivery needs it. */
public record StoredNotification(
    long id,
    long announcementId,
    String incident,
    NotificationEvent event,
    NotificationEvent template,
    Audience audience,
    String recipient,
    String recipientName,
    String address,
    ChannelKind channel,
    ChannelKind nextChannel,
    String nextAddress,
    Locale language,
    ZoneId zone,
    DeliveryStatus status,
    boolean digest,
    Instant sendAt,
    int tries,
    String lastError,
    String fault,
    String messageId) {

  /** Whether a person wrote it for this recipient; if so, neither caps nor silences apply. */
  public boolean isByHand() {
    return event.equals(NotificationEvent.UPDATE);
  }
}
