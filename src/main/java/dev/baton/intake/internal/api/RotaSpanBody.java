package dev.baton.intake.internal.api;

import dev.baton.staff.Absence;
import dev.baton.staff.RotaSpan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A stretch of somebody's rota. */
@Schema(name = "RotaSpan", description = "A stretch of somebody's rota, its end not included")
record RotaSpanBody(
    @Schema(example = "lena.fischer") String login,
    String name,
    @Schema(description = "Whose shift it is; null: of all their teams") String team,
    Instant from,
    Instant to,
    @Schema(description = "OFF: given away or taken off") RotaSpan.Kind kind,
    @Schema(description = "Why they are away; null unless ABSENT") Absence.Kind absence) {

  static RotaSpanBody of(RotaSpan span) {
    return new RotaSpanBody(
        span.login(),
        span.name(),
        span.team(),
        span.from(),
        span.to(),
        span.kind(),
        span.absence());
  }
}
