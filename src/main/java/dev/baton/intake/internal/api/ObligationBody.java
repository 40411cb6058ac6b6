package dev.baton.intake.internal.api;

import dev.baton.sla.ClockState;
import dev.baton.sla.ObligationKind;
import dev.baton.sla.ObligationView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One promise on an incident at the API; instants are UTC. */
@Schema(name = "Obligation", description = "One promise and how it stands; instants are UTC")
record ObligationBody(
    ObligationKind kind,
    @Schema(description = "A running one that is past due has its breachedAt") ClockState state,
    @Schema(description = "Null while it waits or stands in time") Instant dueAt,
    @Schema(description = "When it was too late; null when it was or is in time")
        Instant breachedAt,
    Instant metAt) {

  static ObligationBody of(ObligationView obligation) {
    return new ObligationBody(
        obligation.kind(),
        obligation.state(),
        obligation.dueAt(),
        obligation.breachedAt(),
        obligation.metAt());
  }
}
