package dev.baton.staff.web;

import dev.baton.staff.rota.Absence;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.MaxCharacters;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** When somebody is away. */
@Schema(name = "Absence", description = "When somebody is away, whatever the shifts say")
record AbsenceBody(
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) Long id,
    @Schema(example = "2026-05-04T00:00:00+02:00", format = "date-time")
        @NotNull(message = "is required")
        @InstantText
        String from,
    @Schema(
            description = "The moment of return; left out: not known yet",
            example = "2026-05-12T00:00:00+02:00",
            format = "date-time")
        @InstantText
        String until,
    @Schema(implementation = Absence.AbsenceKind.class)
        @NotNull(message = "is required")
        @EnumName(Absence.AbsenceKind.class)
        String kind,
    @Schema(description = "Shown to themselves and to who keeps the rota") @MaxCharacters(500)
        String note) {

  static AbsenceBody of(Absence absence, boolean withNote) {
    return new AbsenceBody(
        absence.id(),
        absence.from().toString(),
        absence.until() == null ? null : absence.until().toString(),
        absence.kind().name(),
        withNote ? absence.note() : null);
  }

  /**
   * @param itsId 0 for a new one
   */
  Absence absence(String login, long itsId) {
    return new Absence(
        itsId,
        login,
        InstantText.Iso.instant(from),
        InstantText.Iso.instant(until),
        Absence.AbsenceKind.valueOf(kind),
        note);
  }
}
