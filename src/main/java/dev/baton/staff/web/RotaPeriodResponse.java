package dev.baton.staff.web;

import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.RotaPeriod;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A stretch of somebody's rota. */
@Schema(name = "RotaSpan", description = "A stretch of somebody's rota, its end not included")
record RotaPeriodResponse(
    @Schema(example = "lena.fischer") String login,
    String name,
    @Schema(description = "Whose shift it is; null: of all their teams") String team,
    Instant from,
    Instant to,
    @Schema(description = "OFF: given away or taken off") RotaPeriod.RotaPeriodKind kind,
    @Schema(description = "Why they are away; null unless ABSENT") Absence.AbsenceKind absence) {

  static RotaPeriodResponse of(RotaPeriod span) {
    return new RotaPeriodResponse(
        span.login(),
        span.name(),
        span.team(),
        span.from(),
        span.to(),
        span.kind(),
        span.absence());
  }
}
