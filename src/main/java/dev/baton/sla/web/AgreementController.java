package dev.baton.sla.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.sla.agreement.PublishResult;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.TryAgreements;
import dev.baton.web.NotFound;
import dev.baton.web.RequestUri;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agreements: read, try, publish. */
@RestController
@RequestMapping(path = "/api/v1/agreements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agreements", description = "What was promised, and in which hours it is measured")
class AgreementController {

  static final String YAML = "application/yaml";

  private final PublishedAgreements published;
  private final PublishAgreements publish;
  private final TryAgreements trials;
  private final AccessControl rights;
  private final AuditTrail trail;

  AgreementController(
      PublishedAgreements published,
      PublishAgreements publish,
      TryAgreements trials,
      AccessControl rights,
      AuditTrail trail) {
    this.published = published;
    this.publish = publish;
    this.trials = trials;
    this.rights = rights;
    this.trail = trail;
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping
  @Operation(
      operationId = "listAgreements",
      summary = "List agreements",
      description = "The newest version of each, by name.")
  List<AgreementVersionResponse> list() {
    rights.allow(Permission.READ_AGREEMENTS);
    return published.agreements().stream().map(AgreementVersionResponse::of).toList();
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping("/{name}")
  @Operation(
      operationId = "getAgreement",
      summary = "Get an agreement with all its versions, newest first")
  AgreementVersionResponse.History get(@PathVariable String name) {
    rights.allow(Permission.READ_AGREEMENTS);
    return AgreementVersionResponse.History.of(versions(name));
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping("/{name}/versions/{version}")
  @Operation(operationId = "getAgreementVersion", summary = "Get a version of an agreement")
  AgreementVersionResponse version(@PathVariable String name, @PathVariable int version) {
    rights.allow(Permission.READ_AGREEMENTS);
    return versions(name).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .orElseThrow(() -> new NotFound("version", name + ", " + version));
  }

  @EndpointPermission(Permission.PUBLISH_AGREEMENTS)
  @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putAgreement",
      summary = "Publish a version of an agreement",
      description =
          "Says what is agreed from now on, whole: what is left out takes its usual value. An"
              + " incident keeps the version it was opened under until its priority changes.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = AgreementBody.class))))
  @ApiResponse(responseCode = "200", description = "The newest version is identical")
  @ApiResponse(
      responseCode = "201",
      description = "The new version",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<AgreementVersionResponse> put(
      @PathVariable String name, @RequestBody JsonNode body) {
    rights.allow(Permission.PUBLISH_AGREEMENTS);
    PublishResult.PublishedName entry =
        publish.publish(AgreementDraft.ofAgreement(name, body)).agreements().get(0);
    AgreementVersionResponse newest = versions(name).get(0);
    return entry.isNew()
        ? ResponseEntity.created(
                RequestUri.path()
                    .replaceQuery(null)
                    .path("/versions/" + entry.version())
                    .build()
                    .toUri())
            .body(newest)
        : ResponseEntity.ok(newest);
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @PostMapping(path = "/validate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "tryAgreements",
      summary = "Try agreements without publishing them",
      description =
          "Takes an agreement, or a document of calendars and agreements, and answers when what it"
              + " promises would be due if an incident were opened at an instant. The body may be"
              + " YAML. Where neither the agreements nor the query name a client, each agreement"
              + " is tried on its own. 422 with every field where it could not be published.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(oneOf = {AgreementDocumentBody.class, AgreementBody.class})),
                @Content(
                    mediaType = YAML,
                    schema = @Schema(implementation = AgreementDocumentBody.class))
              }))
  AgreementPreviewResponse validate(
      @ParameterObject AgreementPreviewParameters sample, @RequestBody JsonNode body) {
    rights.allow(Permission.READ_AGREEMENTS);
    return AgreementPreviewResponse.of(trials.drafted(AgreementDraft.of(body), sample.sample()));
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @PostMapping(path = "/validate", consumes = YAML)
  @Operation(hidden = true)
  AgreementPreviewResponse validateYaml(
      AgreementPreviewParameters sample, @RequestBody byte[] body) {
    rights.allow(Permission.READ_AGREEMENTS);
    return AgreementPreviewResponse.of(
        trials.drafted(AgreementDraft.ofYaml(text(body)), sample.sample()));
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping("/precedence")
  @Operation(
      operationId = "agreementPrecedence",
      summary = "Tell which agreement counts for an incident, and why",
      description =
          "As if it were opened at an instant: when each promise would be due, and every agreement"
              + " that applies, the one that counts first. The client is required.")
  AgreementPreviewResponse precedence(@ParameterObject AgreementPreviewParameters sample) {
    rights.allow(Permission.READ_AGREEMENTS);
    return AgreementPreviewResponse.of(trials.published(sample.sample()));
  }

  @EndpointPermission(Permission.READ_AGREEMENTS)
  @GetMapping(path = "/document", produces = YAML)
  @Operation(
      operationId = "exportAgreements",
      summary = "Export all calendars and agreements as YAML",
      description = "The newest versions. Importing it again publishes nothing.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = YAML,
              schema = @Schema(implementation = AgreementDocumentBody.class)))
  byte[] export() {
    rights.allow(Permission.READ_AGREEMENTS);
    byte[] document = AgreementYaml.write(published.document()).getBytes(StandardCharsets.UTF_8);
    trail.record(
        AuditEntry.of(AuditKind.EXPORTED, "agreements", "All calendars and agreements as YAML"));
    return document;
  }

  @EndpointPermission(Permission.PUBLISH_AGREEMENTS)
  @PostMapping(path = "/document", consumes = YAML)
  @Operation(
      operationId = "importAgreements",
      summary = "Publish the calendars and agreements of a YAML document",
      description = "All of them or, where one is not accepted, none.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = YAML,
                      schema = @Schema(implementation = AgreementDocumentBody.class))))
  @ApiResponse(responseCode = "200", description = "The newest versions are identical")
  @ApiResponse(responseCode = "201", description = "What was published")
  ResponseEntity<PublicationRequest> importDocument(@RequestBody byte[] body) {
    rights.allow(Permission.PUBLISH_AGREEMENTS);
    PublicationRequest publication =
        PublicationRequest.of(publish.publish(AgreementDraft.ofYaml(text(body))));
    return ResponseEntity.status(publication.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(publication);
  }

  private List<AgreementVersionResponse> versions(String name) {
    List<AgreementVersionResponse> versions =
        published.agreement(name).stream().map(AgreementVersionResponse::of).toList();
    if (versions.isEmpty()) {
      throw new NotFound("agreement", name);
    }
    return versions;
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
