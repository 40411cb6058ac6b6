package dev.baton.staff.web;

import dev.baton.staff.rota.RotaCalendar;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What an import of shifts kept. */
@Schema(name = "ImportedRota", description = "What an import of shifts kept")
record RotaImportResponse(
    String source,
    @Schema(description = "Whose shifts of this source were replaced") List<String> logins,
    int shifts,
    @Schema(description = "Events that come back for ever were read so far") Instant until) {

  static RotaImportResponse of(RotaCalendar.Imported imported) {
    return new RotaImportResponse(
        imported.source(), imported.logins(), imported.shifts(), imported.until());
  }
}
