package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.intake.internal.monitoring.AlertSilence;
import dev.baton.intake.internal.monitoring.AlertSilences;
import dev.baton.intake.internal.monitoring.MonitoringSource;
import dev.baton.intake.internal.monitoring.MonitoringSources;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which programs may raise alarms, and which alarms are kept quiet. */
@RestController
@RequestMapping(path = "/api/v1/monitoring", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Monitoring", description = "Alerts of programs, and what is kept quiet")
class MonitoringEndpoints {

  private final MonitoringSources sources;
  private final AlertSilences silences;
  private final Registrations registrations;
  private final ApiRights rights;

  MonitoringEndpoints(
      MonitoringSources sources,
      AlertSilences silences,
      Registrations registrations,
      ApiRights rights) {
    this.sources = sources;
    this.silences = silences;
    this.registrations = registrations;
    this.rights = rights;
  }

  @Requires(Act.ADMINISTER)
  @GetMapping("/sources")
  @Operation(operationId = "listMonitoringSources", summary = "List sources, without their tokens")
  List<MonitoringSource> list() {
    rights.allow(Act.ADMINISTER);
    return sources.list();
  }

  @Requires(Act.ADMINISTER)
  @PutMapping(path = "/sources/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putMonitoringSource",
      summary = "Register a source, or bring it up to date",
      description = "The answer to a new source, or to newToken, shows the token this once.")
  @ApiResponse(responseCode = "200", description = "The source, brought up to date")
  @ApiResponse(responseCode = "201", description = "The new source with its token")
  ResponseEntity<MonitoringSourceBody> put(
      @PathVariable String code, @Valid @RequestBody NewMonitoringSourceBody body) {
    rights.allow(Act.ADMINISTER);
    MonitoringSource source = body.source(code);
    return registrations.put(
        () -> sources.find(code).isPresent(),
        () ->
            new MonitoringSourceBody(
                source, sources.keep(source, Boolean.TRUE.equals(body.newToken())).orElse(null)));
  }

  @Requires(Act.WORK)
  @GetMapping("/silences")
  @Operation(operationId = "listSilences", summary = "List silences that hold or will")
  List<AlertSilence> silences() {
    rights.allow(Act.WORK);
    return silences.list();
  }

  @Requires(Act.WORK)
  @PostMapping(path = "/silences", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createSilence",
      summary = "Keep alerts quiet for a time",
      description = "All matchers must match; an alert that fires meanwhile makes no incident.")
  @ApiResponse(responseCode = "201", description = "The silence")
  AlertSilence silence(@Valid @RequestBody NewSilenceBody body) {
    return silences.create(body.silence(rights.allow(Act.WORK).login()));
  }

  @Requires(Act.WORK)
  @DeleteMapping("/silences/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteSilence", summary = "End a silence")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(@PathVariable long id) {
    rights.allow(Act.WORK);
    if (!silences.remove(id)) {
      throw new UnknownEntry("silence", String.valueOf(id));
    }
  }
}
