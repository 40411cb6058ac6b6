package dev.baton.notification;

import java.time.Instant;

/**
 * One message to one recipient, and its delivery status; instants are UTC.
 *
 * @param recipient an address, or a sign-in name of the desk
 * @param address where it goes; null if none is known
 * @param reason why it was suppressed; null otherwise
 * @param reasonWords the reason as a sentence
 * @param sentWith the notification whose message this one was part of; null if it went alone
 */
public record NotificationView(
    long id,
    String incident,
    NotificationEvent event,
    Audience audience,
    String recipient,
    String recipientName,
    String address,
    ChannelKind channel,
    DeliveryStatus status,
    String reason,
    String reasonWords,
    Instant createdAt,
    Instant sendAt,
    Instant sentAt,
    Instant deliveredAt,
    int tries,
    String lastError,
    String messageId,
    Long sentWith) {}
