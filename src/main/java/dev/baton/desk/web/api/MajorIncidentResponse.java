package dev.baton.desk.web.api;

import dev.baton.major.MajorDeclaration;
import dev.baton.major.MajorIncidentView;
import dev.baton.major.MajorState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A major incident at the API; instants are UTC. */
@Schema(name = "MajorIncident", description = "A major incident; instants are UTC")
record MajorIncidentResponse(
    @Schema(description = "Number of the incident", example = "INC-2026-000123") String number,
    MajorState state,
    @Schema(description = "How it became one") MajorDeclaration declaration,
    Instant declaredAt,
    @Schema(description = "Sign-in name, or \"flow\"") String declaredBy,
    String reason,
    @Schema(description = "Sign-in name of who leads; null while nobody does") String lead,
    Instant leadSince,
    @Schema(description = "How the lead was found, or why nobody was") String leadBecause,
    @Schema(description = "How often the client hears; null until the plan is known")
        Integer updateEveryMinutes,
    @Schema(description = "Who is to hear, by the communication plan") String audience,
    Instant lastUpdateAt,
    @Schema(description = "Null when no update is owed") Instant nextUpdateDue,
    int missedUpdates,
    Instant resolvedAt,
    Instant reviewDue,
    Instant endedAt,
    @Schema(description = "Why it was stood down") String endReason) {

  static MajorIncidentResponse of(MajorIncidentView major) {
    return new MajorIncidentResponse(
        major.number(),
        major.state(),
        major.declaration(),
        major.declaredAt(),
        major.declaredBy(),
        major.reason(),
        major.lead(),
        major.leadSince(),
        major.leadBecause(),
        major.updateEveryMinutes(),
        major.audience(),
        major.lastUpdateAt(),
        major.nextUpdateDue(),
        major.missedUpdates(),
        major.resolvedAt(),
        major.reviewDue(),
        major.endedAt(),
        major.endReason());
  }
}
