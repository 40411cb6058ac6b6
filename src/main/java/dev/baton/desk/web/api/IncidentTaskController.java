package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.access.PermissionDenied;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.task.IncidentTasks;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.EmptyRequest;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever the flow of an incident asks now, with its forms; also tasks that no Java knows. */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}/tasks",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks", description = "The open user tasks of an incident, with their forms")
class IncidentTaskController {

  private final IncidentTasks tasks;
  private final IncidentSearch incidents;
  private final IncidentResponses bodies;
  private final IncidentAccess rights;

  IncidentTaskController(
      IncidentTasks tasks,
      IncidentSearch incidents,
      IncidentResponses bodies,
      IncidentAccess rights) {
    this.tasks = tasks;
    this.incidents = incidents;
    this.bodies = bodies;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ)
  @GetMapping
  @Operation(
      operationId = "listIncidentTasks",
      summary = "List the open tasks of an incident",
      description = "Oldest first; empty before its flow begins and after it ends.")
  List<IncidentTaskResponse> list(@PathVariable String number) {
    if (rights.allow(Permission.READ, number).isRequester()) {
      throw new PermissionDenied("Only the service desk sees the tasks of an incident");
    }
    return tasks.of(IncidentAccess.numberIn(number)).stream()
        .map(IncidentTaskResponse::of)
        .toList();
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/{id}/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "completeIncidentTask",
      summary = "Complete a task with its form",
      description =
          "The variables are the fields of the form by their keys, checked by the form's schema."
              + " Fields that it hides with these values are left out. 409 if the flow excludes"
              + " you from the task, such as an approval of your own resolution.")
  IncidentResponse complete(
      @PathVariable String number,
      @PathVariable String id,
      @RequestBody(required = false) TaskInput input) {
    rights.allow(Permission.WORK, number);
    IncidentNumber known = IncidentAccess.numberIn(number);
    try {
      tasks.complete(known, id, TaskInput.variables(input));
    } catch (InvalidInput refused) {
      throw inBody(refused);
    }
    return bodies.of(incidents.get(known));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/{id}/claim", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "claimIncidentTask",
      summary = "Take a task beside the main work",
      description = "To take the main work, claim the incident.")
  IncidentTaskResponse claim(
      @PathVariable String number,
      @PathVariable String id,
      @Valid @RequestBody(required = false) EmptyRequest none) {
    rights.allow(Permission.WORK, number);
    return IncidentTaskResponse.of(tasks.claim(IncidentAccess.numberIn(number), id));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "releaseIncidentTask",
      summary = "Return a task beside the main work to its team",
      description = "To return the main work, release the incident.")
  IncidentTaskResponse release(
      @PathVariable String number,
      @PathVariable String id,
      @Valid @RequestBody(required = false) EmptyRequest none) {
    rights.allow(Permission.WORK, number);
    return IncidentTaskResponse.of(tasks.release(IncidentAccess.numberIn(number), id));
  }

  /** Names the fields by their path in the body. */
  private static InvalidInput inBody(InvalidInput refused) {
    return new InvalidInput(
        refused.problems().stream()
            .map(problem -> new FieldError("variables." + problem.field(), problem.reason()))
            .toList());
  }

  @Schema(name = "TaskInput", description = "What was filled into the form of a task")
  record TaskInput(
      @Schema(
              type = "object",
              description =
                  "Values by the keys of the form's fields: texts, numbers, true or false; a list"
                      + " of values for a checklist",
              example = "{\"outcome\": \"resolved\", \"resolutionCode\": \"FIXED\"}")
          Map<String, Object> variables) {

    static Map<String, Object> variables(TaskInput input) {
      return input == null || input.variables() == null ? Map.of() : input.variables();
    }
  }
}
