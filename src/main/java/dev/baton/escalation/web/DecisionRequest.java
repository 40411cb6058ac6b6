package dev.baton.escalation.web;

import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.incident.Level;
import dev.baton.web.validation.EnumName;
import dev.baton.web.validation.MaxCharacters;
import dev.baton.web.validation.SingleLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** The decision of a person who was notified. */
@Schema(name = "DecisionInput", description = "A decision on an escalation, and what it needs")
record DecisionRequest(
    @Schema(implementation = Decision.class, example = "REASSIGN")
        @NotNull(message = "is required")
        @EnumName(Decision.class)
        String decision,
    @Schema(description = "Of REASSIGN: code or name of the team", example = "network")
        @SingleLine
        @MaxCharacters(60)
        String team,
    @Schema(description = "Of REASSIGN and ADD_PERSON: sign-in name", example = "senior-agent")
        @SingleLine
        @MaxCharacters(64)
        String person,
    @Schema(implementation = Level.class, description = "Of REPRIORITISE") @EnumName(Level.class)
        String impact,
    @Schema(implementation = Level.class, description = "Of REPRIORITISE") @EnumName(Level.class)
        String urgency,
    @Schema(description = "Why; of TELL_CLIENT the words to the client") @MaxCharacters(1_500)
        String note,
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
