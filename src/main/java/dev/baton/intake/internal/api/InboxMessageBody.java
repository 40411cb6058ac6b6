package dev.baton.intake.internal.api;

import dev.baton.notification.Event;
import dev.baton.notification.InboxMessage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A message in one's inbox. */
@Schema(name = "InboxMessage", description = "A message that Baton keeps for its reader")
record InboxMessageBody(
    long id,
    @Schema(description = "Number of the incident", example = "INC-2026-000123") String incident,
    Event event,
    String subject,
    String text,
    Instant at,
    @Schema(description = "Null until it was read") Instant readAt) {

  static InboxMessageBody of(InboxMessage message) {
    return new InboxMessageBody(
        message.id(),
        message.incident(),
        message.event(),
        message.subject(),
        message.text(),
        message.at(),
        message.readAt());
  }
}
