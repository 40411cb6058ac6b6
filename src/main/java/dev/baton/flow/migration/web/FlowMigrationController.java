package dev.baton.flow.migration.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.flow.migration.MigrateIncidents;
import dev.baton.flow.migration.Migration;
import dev.baton.flow.migration.MigrationState;
import dev.baton.flow.migration.Migrations;
import dev.baton.flow.migration.MoveState;
import dev.baton.flow.migration.OutdatedIncidents;
import dev.baton.web.EmptyRequest;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Running incidents are brought to the live versions of their flows, and back. */
@RestController
@RequestMapping(path = "/api/v1/flows/migrations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Migrations",
    description = "Running incidents go on with other versions of their flows")
class FlowMigrationController {

  private static final String PATH = "/api/v1/flows/migrations/";

  private final MigrateIncidents migrate;
  private final Migrations migrations;
  private final OutdatedIncidents outdated;
  private final AccessControl rights;

  FlowMigrationController(
      MigrateIncidents migrate,
      Migrations migrations,
      OutdatedIncidents outdated,
      AccessControl rights) {
    this.outdated = outdated;
    this.migrate = migrate;
    this.migrations = migrations;
    this.rights = rights;
  }

  @EndpointPermission(Permission.DEPLOY)
  @GetMapping("/outline")
  @Operation(
      operationId = "outlineMigration",
      summary = "What could be moved to the live versions now",
      description =
          "How many incidents run on older versions, from where to where, and at which steps some"
              + " wait that the live version does not have. Nothing is changed.")
  MigrationOutlineResponse outline() {
    rights.allow(Permission.DEPLOY);
    return MigrationOutlineResponse.of(migrate.outline(), outdated.flowsWithoutIncident());
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "planMigration",
      summary = "Plan a migration to the live versions",
      description =
          "Its forecast begins at once: every incident is moved in a transaction that is rolled"
              + " back. While it has to be said where incidents go on, it is a DRAFT. Nothing is"
              + " moved before the first stage is released.")
  @ApiResponse(
      responseCode = "201",
      description = "The migration",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<MigrationResponse> plan(@Valid @RequestBody MigrationRequestBody body) {
    rights.allow(Permission.DEPLOY);
    return created(migrate.plan(body.request()));
  }

  @EndpointPermission(Permission.DEPLOY)
  @GetMapping
  @Operation(operationId = "listMigrations", summary = "List migrations, newest first")
  @PagedOperation
  ResponseEntity<PageResponse<MigrationResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.DEPLOY);
    ListParameters parameters = new ListParameters(given);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(migrations.list(page), this::response);
  }

  @EndpointPermission(Permission.DEPLOY)
  @GetMapping("/{id}")
  @Operation(operationId = "migration", summary = "One migration, and how far it is")
  MigrationResponse get(@PathVariable long id) {
    rights.allow(Permission.DEPLOY);
    return response(migrations.get(id));
  }

  @EndpointPermission(Permission.DEPLOY)
  @GetMapping("/{id}/outline")
  @Operation(
      operationId = "outlineOfMigration",
      summary = "What is left to be moved by a migration, with its questions and answers")
  MigrationOutlineResponse outlineOf(@PathVariable long id) {
    rights.allow(Permission.DEPLOY);
    return MigrationOutlineResponse.of(
        migrate.outline(migrations.get(id)), outdated.flowsWithoutIncident());
  }

  @EndpointPermission(Permission.DEPLOY)
  @GetMapping("/{id}/incidents")
  @Operation(
      operationId = "incidentsOfMigration",
      summary = "The incidents of a migration, in the order in which they are moved",
      description =
          "Each with what is different afterwards: tasks, kinds, timers, messages and due dates.")
  @Parameter(name = "state", schema = @Schema(implementation = MoveState.class))
  @PagedOperation
  ResponseEntity<PageResponse<MigratedIncidentResponse>> incidents(
      @PathVariable long id,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.DEPLOY);
    ListParameters parameters = new ListParameters(given);
    MoveState state = parameters.choice("state", MoveState.class);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(
        migrations.incidents(migrations.get(id).id(), state, page), MigratedIncidentResponse::of);
  }

  @EndpointPermission(Permission.DEPLOY)
  @PutMapping(path = "/{id}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "answerMigration",
      summary = "Say where incidents go on, and make the forecast anew",
      description = "In addition to earlier answers. 409 once an incident has been moved.")
  MigrationResponse answer(@PathVariable long id, @Valid @RequestBody StepAnswersBody body) {
    rights.allow(Permission.DEPLOY);
    return response(migrate.answer(id, StepAnswerBody.answers(body.answers())));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "releaseMigration",
      summary = "Release the first or next stage, or go on after a stop",
      description =
          "409 without a forecast, while another migration moves incidents, or if another release"
              + " has gone live since.")
  MigrationResponse release(
      @PathVariable long id, @Valid @RequestBody(required = false) EmptyRequest none) {
    rights.allow(Permission.DEPLOY);
    return response(migrate.release(id));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "stopMigration",
      summary = "Stop a migration",
      description = "The incident at hand is finished; nothing else is moved.")
  MigrationResponse stop(@PathVariable long id, @Valid @RequestBody MigrationStopBody body) {
    rights.allow(Permission.DEPLOY);
    return response(migrate.stop(id, body.reason()));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/back", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "takeMigrationBack",
      summary = "Plan the way back of a migration",
      description =
          "A migration of its own, with questions, forecast and stages, that returns every moved"
              + " incident to the versions that it had.")
  @ApiResponse(
      responseCode = "201",
      description = "The migration that leads back",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<MigrationResponse> back(
      @PathVariable long id, @Valid @RequestBody MigrationRequestBody body) {
    rights.allow(Permission.DEPLOY);
    return created(migrate.back(id, body.request()));
  }

  private ResponseEntity<MigrationResponse> created(Migration migration) {
    return ResponseEntity.created(URI.create(PATH + migration.id())).body(response(migration));
  }

  private MigrationResponse response(Migration migration) {
    return MigrationResponse.of(
        migration,
        migration.state() != MigrationState.DONE && migrate.isOutdated(migration),
        migrations.counts(migration.id()));
  }
}
