package dev.baton.audit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One line of the audit trail. */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditEntryResponse(
    Instant at,
    AuditKind kind,
    @Schema(description = "Sign-in name, or \"flow\"") String actor,
    @Schema(description = "The way in", example = "API") String origin,
    @Schema(description = "Of the request; null where there was none") String address,
    @Schema(description = "What it was done to", example = "INC-2026-000123") String subject,
    @Schema(description = "What happened") String words,
    @Schema(description = "Who kept the record") AuditRecord.Source source) {

  static AuditEntryResponse of(AuditRecord record) {
    return new AuditEntryResponse(
        record.at(),
        record.kind(),
        record.actor(),
        record.origin(),
        record.address(),
        record.subject(),
        record.words(),
        record.source());
  }

  Object[] row() {
    return new Object[] {at, kind, actor, origin, address, subject, words, source};
  }
}
