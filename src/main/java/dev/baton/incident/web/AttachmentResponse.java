package dev.baton.incident.web;

import dev.baton.incident.file.ContactFile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A file that came with a contact, at the API. */
@Schema(name = "Attachment", description = "A file that came with a contact")
record AttachmentResponse(
    long id,
    @Schema(description = "Id of the contact that it came with") long contact,
    @Schema(example = "screenshot.png") String name,
    @Schema(description = "What its sender says it is", example = "image/png") String type,
    @Schema(description = "Bytes") long size,
    @Schema(description = "SHA-256 in hexadecimal") String sha256,
    @Schema(description = "Why it is not handed out, or null if it is") String withheld,
    Instant at) {

  static AttachmentResponse of(ContactFile file) {
    return new AttachmentResponse(
        file.id(),
        file.contact(),
        file.name(),
        file.type(),
        file.size(),
        file.sha256(),
        file.withheld(),
        file.at());
  }
}
