package dev.baton.desk.web.api;

import dev.baton.incident.task.IncidentTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** An open user task of an incident in the API. */
@Schema(
    name = "IncidentTask",
    description = "A user task that the incident's flow has open; instants are UTC, ISO 8601")
record IncidentTaskResponse(
    @Schema(description = "To complete, claim or release it") String id,
    @Schema(description = "What the model calls it", example = "Resolve at first line") String name,
    @Schema(
            description = "What it is",
            allowableValues = {"work", "hold", "approval", "confirmation", "aside", "form"})
        String kind,
    @Schema(
            description = "The acts that the model says may be done on it",
            example = "[\"resolve\"]")
        Set<String> offers,
    @Schema(description = "The line of support, or null", example = "FIRST") String line,
    @Schema(description = "Code of the team that it is offered to", example = "security")
        String team,
    @Schema(description = "Sign-in name of the person who took it, or null") String assignee,
    @Schema(description = "When it is due, or null") Instant due,
    Instant created,
    @Schema(
            type = "object",
            description =
                "The schema of its Camunda Form, by which the variables are checked; null for a"
                    + " task without a form")
        Map<String, Object> form) {

  static IncidentTaskResponse of(IncidentTask task) {
    return new IncidentTaskResponse(
        task.id(),
        task.name(),
        task.kind().word(),
        task.offers(),
        task.line(),
        task.team(),
        task.assignee(),
        task.dueAt(),
        task.createdAt(),
        task.form() == null ? null : task.form().schema());
  }
}
