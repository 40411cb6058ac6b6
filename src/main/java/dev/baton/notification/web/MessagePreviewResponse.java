package dev.baton.notification.web;

import dev.baton.notification.template.RenderedMessage;
import io.swagger.v3.oas.annotations.media.Schema;

/** A message as its recipient would get it. */
@Schema(name = "MessagePreview", description = "A message as its reader would get it")
record MessagePreviewResponse(
    @Schema(example = "[INC-2026-000123] We have received your report: Printer") String subject,
    String text,
    @Schema(description = "A whole HTML document") String html) {

  static MessagePreviewResponse of(RenderedMessage rendered) {
    return new MessagePreviewResponse(rendered.subject(), rendered.text(), rendered.html());
  }
}
