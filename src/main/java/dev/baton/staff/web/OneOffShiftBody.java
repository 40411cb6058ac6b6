package dev.baton.staff.web;

import dev.baton.staff.rota.OneOffShift;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.InstantText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Once on top of the weekly shifts, or once not. */
@Schema(name = "OneOffShift", description = "Once on top of the weekly shifts, or once not")
record OneOffShiftBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
    @Schema(description = "Code of the team it counts for; left out: for all", example = "network")
        String team,
    @Schema(example = "2026-05-09T08:00:00Z", format = "date-time")
        @NotNull(message = "is required")
        @InstantText
        String from,
    @Schema(example = "2026-05-09T16:00:00Z", format = "date-time")
        @NotNull(message = "is required")
        @InstantText
        String to,
    @Schema(implementation = OneOffShift.OneOffShiftKind.class, description = "EXTRA if left out")
        @EnumName(OneOffShift.OneOffShiftKind.class)
        String kind,
    @Schema(
            description = "Name of the import it came with, or null",
            accessMode = Schema.AccessMode.READ_ONLY)
        String source) {

  static OneOffShiftBody of(OneOffShift shift) {
    return new OneOffShiftBody(
        shift.id(),
        shift.team(),
        shift.from().toString(),
        shift.to().toString(),
        shift.kind().name(),
        shift.source());
  }

  OneOffShift shift(String login) {
    return new OneOffShift(
        0,
        login,
        team,
        InstantText.Iso.instant(from),
        InstantText.Iso.instant(to),
        kind == null
            ? OneOffShift.OneOffShiftKind.EXTRA
            : OneOffShift.OneOffShiftKind.valueOf(kind),
        null);
  }
}
