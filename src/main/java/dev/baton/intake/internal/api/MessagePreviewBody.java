package dev.baton.intake.internal.api;

import dev.baton.notification.Rendered;
import io.swagger.v3.oas.annotations.media.Schema;

/** A message as its reader would get it. */
@Schema(name = "MessagePreview", description = "A message as its reader would get it")
record MessagePreviewBody(
    @Schema(example = "[INC-2026-000123] We have received your report: Printer") String subject,
    String text,
    @Schema(description = "A whole HTML document") String html) {

  static MessagePreviewBody of(Rendered rendered) {
    return new MessagePreviewBody(rendered.subject(), rendered.text(), rendered.html());
  }
}
