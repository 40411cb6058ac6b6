package dev.baton.intake.internal.api;

import dev.baton.staff.RotaCalendar;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What an import of shifts kept. */
@Schema(name = "ImportedRota", description = "What an import of shifts kept")
record ImportedRotaBody(
    String source,
    @Schema(description = "Whose shifts of this source were replaced") List<String> logins,
    int shifts,
    @Schema(description = "Events that come back for ever were read so far") Instant until) {

  static ImportedRotaBody of(RotaCalendar.Imported imported) {
    return new ImportedRotaBody(
        imported.source(), imported.logins(), imported.shifts(), imported.until());
  }
}
