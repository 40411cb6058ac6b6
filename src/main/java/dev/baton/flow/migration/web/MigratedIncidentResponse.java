package dev.baton.flow.migration.web;

import dev.baton.flow.migration.FlowChange;
import dev.baton.flow.migration.MigratedIncident;
import dev.baton.flow.migration.MoveState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One incident of a migration. */
@Schema(name = "MigratedIncident")
record MigratedIncidentResponse(
    String incident,
    int position,
    MoveState state,
    @Schema(description = "From where to where, or why it stays") String message,
    @Schema(description = "What is different afterwards, by the forecast until it is moved")
        List<FlowChange> changes,
    Instant at) {

  static MigratedIncidentResponse of(MigratedIncident incident) {
    return new MigratedIncidentResponse(
        incident.incident(),
        incident.position(),
        incident.state(),
        incident.message(),
        incident.changes(),
        incident.at());
  }
}
