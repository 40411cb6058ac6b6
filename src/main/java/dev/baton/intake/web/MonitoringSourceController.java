package dev.baton.intake.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.intake.monitoring.MonitoringSource;
import dev.baton.intake.monitoring.MonitoringSources;
import dev.baton.intake.monitoring.Silence;
import dev.baton.intake.monitoring.Silences;
import dev.baton.web.NotFound;
import dev.baton.web.RegistrationResponses;
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

/** Manages the programs that may send alerts, and the silences. */
@RestController
@RequestMapping(path = "/api/v1/monitoring", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Monitoring", description = "Alerts of programs, and what is kept quiet")
class MonitoringSourceController {

  private final MonitoringSources sources;
  private final Silences silences;
  private final RegistrationResponses registrations;
  private final AccessControl rights;

  MonitoringSourceController(
      MonitoringSources sources,
      Silences silences,
      RegistrationResponses registrations,
      AccessControl rights) {
    this.sources = sources;
    this.silences = silences;
    this.registrations = registrations;
    this.rights = rights;
  }

  @EndpointPermission(Permission.ADMINISTER)
  @GetMapping("/sources")
  @Operation(operationId = "listMonitoringSources", summary = "List sources, without their tokens")
  List<MonitoringSource> list() {
    rights.allow(Permission.ADMINISTER);
    return sources.list();
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(path = "/sources/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putMonitoringSource",
      summary = "Register a source, or bring it up to date",
      description = "The answer to a new source, or to newToken, shows the token this once.")
  @ApiResponse(responseCode = "200", description = "The source, brought up to date")
  @ApiResponse(responseCode = "201", description = "The new source with its token")
  ResponseEntity<MonitoringSourceResponse> put(
      @PathVariable String code, @Valid @RequestBody MonitoringSourceRequest body) {
    rights.allow(Permission.ADMINISTER);
    MonitoringSource source = body.source(code);
    return registrations.put(
        () -> sources.find(code).isPresent(),
        () ->
            new MonitoringSourceResponse(
                source, sources.keep(source, Boolean.TRUE.equals(body.newToken())).orElse(null)));
  }

  @EndpointPermission(Permission.WORK)
  @GetMapping("/silences")
  @Operation(operationId = "listSilences", summary = "List silences that hold or will")
  List<Silence> silences() {
    rights.allow(Permission.WORK);
    return silences.list();
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/silences", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createSilence",
      summary = "Keep alerts quiet for a time",
      description = "All matchers must match; an alert that fires meanwhile makes no incident.")
  @ApiResponse(responseCode = "201", description = "The silence")
  Silence silence(@Valid @RequestBody SilenceRequest body) {
    return silences.create(body.silence(rights.allow(Permission.WORK).login()));
  }

  @EndpointPermission(Permission.WORK)
  @DeleteMapping("/silences/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteSilence", summary = "End a silence")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(@PathVariable long id) {
    rights.allow(Permission.WORK);
    if (!silences.remove(id)) {
      throw new NotFound("silence", String.valueOf(id));
    }
  }
}
