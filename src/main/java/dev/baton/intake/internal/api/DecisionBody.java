package dev.baton.intake.internal.api;

import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.incident.Level;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** What somebody who was told decides. */
@Schema(name = "DecisionInput", description = "A decision on an escalation, and what it needs")
record DecisionBody(
    @Schema(implementation = Decision.class, example = "REASSIGN")
        @NotNull(message = "is required")
        @OneOf(Decision.class)
        String decision,
    @Schema(description = "Of REASSIGN: code or name of the team", example = "network")
        @SingleLine
        @AtMost(60)
        String team,
    @Schema(description = "Of REASSIGN and ADD_PERSON: sign-in name", example = "senior-agent")
        @SingleLine
        @AtMost(64)
        String person,
    @Schema(implementation = Level.class, description = "Of REPRIORITISE") @OneOf(Level.class)
        String impact,
    @Schema(implementation = Level.class, description = "Of REPRIORITISE") @OneOf(Level.class)
        String urgency,
    @Schema(description = "Why; of TELL_CLIENT the words to the client") @AtMost(1_500) String note,
    @Schema(description = "Whether the same person goes on deciding; otherwise it is settled")
        Boolean more) {

  DecisionInput input() {
    return new DecisionInput(
        Decision.valueOf(decision),
        team,
        person,
        impact == null ? null : Level.valueOf(impact),
        urgency == null ? null : Level.valueOf(urgency),
        note,
        Boolean.TRUE.equals(more));
  }
}
