package dev.baton.desk.web.api;

import dev.baton.sla.ObligationView;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One obligation of an incident in the API; instants are UTC. */
@Schema(name = "Obligation", description = "One promise and how it stands; instants are UTC")
record ObligationResponse(
    ObligationKind kind,
    @Schema(description = "A running one that is past due has its breachedAt") ClockState state,
    @Schema(description = "Null while it waits or stands in time") Instant dueAt,
    @Schema(description = "When it was too late; null when it was or is in time")
        Instant breachedAt,
    Instant metAt) {

  static ObligationResponse of(ObligationView obligation) {
    return new ObligationResponse(
        obligation.kind(),
        obligation.state(),
        obligation.dueAt(),
        obligation.breachedAt(),
        obligation.metAt());
  }
}
