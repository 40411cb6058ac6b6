package dev.baton.notification.web;

import dev.baton.notification.NotificationEvent;
import dev.baton.notification.delivery.InboxMessage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A message in the caller's inbox. */
@Schema(name = "InboxMessage", description = "A message that Baton keeps for its reader")
record InboxMessageResponse(
    long id,
    @Schema(description = "Number of the incident", example = "INC-2026-000123") String incident,
    NotificationEvent event,
    @Schema(description = "The internal note that mentions you; null for any other message")
        Long contact,
    String subject,
    String text,
    Instant at,
    @Schema(description = "Null until it was read") Instant readAt) {

  static InboxMessageResponse of(InboxMessage message) {
    return new InboxMessageResponse(
        message.id(),
        message.incident(),
        message.event(),
        message.contact(),
        message.subject(),
        message.text(),
        message.at(),
        message.readAt());
  }
}
