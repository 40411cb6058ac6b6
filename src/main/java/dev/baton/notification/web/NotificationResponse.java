package dev.baton.notification.web;

import dev.baton.notification.Audience;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One message to one recipient in the API; instants are UTC. */
@Schema(name = "Notification", description = "One message to one reader, and what became of it")
record NotificationResponse(
    long id,
    @Schema(example = "INC-2026-000123") String incident,
    NotificationEvent event,
    Audience audience,
    @Schema(description = "An address, or a sign-in name of the desk") String recipient,
    String recipientName,
    @Schema(description = "Where it goes; null if no address is known") String address,
    ChannelKind channel,
    DeliveryStatus status,
    @Schema(description = "Why it was suppressed", example = "SILENCE") String reason,
    @Schema(description = "The same in words") String reasonWords,
    Instant createdAt,
    @Schema(description = "When it goes, or is tried again") Instant sendAt,
    Instant sentAt,
    Instant deliveredAt,
    int tries,
    @Schema(description = "The other side's words; not for a client's people") String lastError,
    String messageId,
    @Schema(description = "The notification whose message this one was part of") Long sentWith) {

  static NotificationResponse of(NotificationView view) {
    return of(view, view.lastError());
  }

  /** Leaves out what other servers said. */
  static NotificationResponse forClient(NotificationView view) {
    return of(view, null);
  }

  private static NotificationResponse of(NotificationView view, String lastError) {
    return new NotificationResponse(
        view.id(),
        view.incident(),
        view.event(),
        view.audience(),
        view.recipient(),
        view.recipientName(),
        view.address(),
        view.channel(),
        view.status(),
        view.reason(),
        view.reasonWords(),
        view.createdAt(),
        view.sendAt(),
        view.sentAt(),
        view.deliveredAt(),
        view.tries(),
        lastError,
        view.messageId(),
        view.sentWith());
  }
}
