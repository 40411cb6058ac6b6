package dev.baton.desk.web.board;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.desk.web.board.FailedStepsResponse.Failure;
import dev.baton.desk.web.board.FailedStepsResponse.Task;
import dev.baton.engine.FailedSteps;
import dev.baton.engine.RunningFlows;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.report.FlowStartFailure;
import dev.baton.incident.report.FlowStarts;
import dev.baton.incident.search.IncidentSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the failed steps of an incident's flows, and retries them. */
@RestController
@RequestMapping(
    path = "/api/v1/incidents/{number}/troubles",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Board")
class FailedStepsController {

  private static final String NOTIFICATION = "client-notification";

  /** In place of the id of a job, for the start of the incident's own flow. */
  private static final String FLOW_START = "flow-start";

  private static final int LONGEST_MESSAGE = 500;

  private final FailedSteps failedSteps;
  private final RunningFlows flows;
  private final FlowStarts starts;
  private final FailureCauses causes;
  private final IncidentSearch incidents;
  private final AccessControl rights;

  FailedStepsController(
      FailedSteps failedSteps,
      RunningFlows flows,
      FlowStarts starts,
      FailureCauses causes,
      IncidentSearch incidents,
      AccessControl rights) {
    this.failedSteps = failedSteps;
    this.flows = flows;
    this.starts = starts;
    this.causes = causes;
    this.incidents = incidents;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_BOARD)
  @GetMapping
  @Operation(
      operationId = "troubles",
      summary = "What hinders the flows of an incident",
      description =
          "The start of its flow if that failed (id flow-start), and steps that threw at their last"
              + " try in any flow of the incident, each explained by the table of causes with what"
              + " to do; and tasks in which somebody mends an address.")
  FailedStepsResponse of(@PathVariable String number, @Parameter(hidden = true) Locale language) {
    rights.allow(Permission.READ_BOARD);
    return body(known(number), language);
  }

  @EndpointPermission(Permission.MEND)
  @PostMapping("/{id}/retry")
  @Operation(
      operationId = "retryStep",
      summary = "Try a failed step again, at once",
      description =
          "One more try; if it fails again, it waits again. 409 when the step ran meanwhile.")
  FailedStepsResponse retry(
      @PathVariable String number,
      @PathVariable String id,
      @Parameter(hidden = true) Locale language) {
    rights.allow(Permission.MEND);
    IncidentNumber known = known(number);
    if (id.equals(FLOW_START)) {
      starts.startNow(known);
    } else {
      failedSteps.retry(known.value(), id);
    }
    return body(known, language);
  }

  private IncidentNumber known(String number) {
    IncidentNumber parsed =
        IncidentNumber.parse(number).orElseThrow(() -> new UnknownIncident(number));
    incidents.get(parsed); // there must be one
    return parsed;
  }

  private FailedStepsResponse body(IncidentNumber number, Locale language) {
    List<Failure> failures =
        Stream.concat(
                starts.failure(number).map(failed -> notStarted(failed, language)).stream(),
                failedSteps.of(number.value()).stream().map(each -> failure(each, language)))
            .toList();
    List<Task> tasks =
        flows.tasksOf(NOTIFICATION, number.value()).stream()
            .map(task -> new Task(task.id(), task.name()))
            .toList();
    return new FailedStepsResponse(number.value(), failures, tasks, rights.may(Permission.MEND));
  }

  private Failure notStarted(FlowStartFailure failed, Locale language) {
    FailureCause cause = causes.of(failed.message(), "");
    FailureCause.Words words = cause.in(language);
    return new Failure(
        FLOW_START,
        "Incident lifecycle",
        FLOW_START,
        language.getLanguage().equals("de") ? "Ablauf starten" : "Start the flow",
        null,
        failed.since(),
        0,
        failed.nextTryAt(),
        cause.cause(),
        cause.who(),
        words.title(),
        words.meaning(),
        words.todo(),
        cut(failed.message()));
  }

  private Failure failure(FailedSteps.Failure failed, Locale language) {
    FailureCause cause = causes.of(failed.message(), failed.trace());
    FailureCause.Words words = cause.in(language);
    return new Failure(
        failed.id(),
        failed.flow(),
        failed.step(),
        failed.stepName(),
        failed.instanceId(),
        failed.gaveUpAt(),
        failed.triesLeft(),
        failed.nextTryAt(),
        cause.cause(),
        cause.who(),
        words.title(),
        words.meaning(),
        words.todo(),
        cut(failed.message()));
  }

  private static String cut(String message) {
    return message == null || message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE - 1) + "…";
  }
}
