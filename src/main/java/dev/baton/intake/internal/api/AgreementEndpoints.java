package dev.baton.intake.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.sla.AgreementDraft;
import dev.baton.sla.AgreementYaml;
import dev.baton.sla.Publication;
import dev.baton.sla.PublishAgreements;
import dev.baton.sla.PublishedAgreements;
import dev.baton.sla.TryAgreements;
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
class AgreementEndpoints {

  static final String YAML = "application/yaml";

  private final PublishedAgreements published;
  private final PublishAgreements publish;
  private final TryAgreements trials;
  private final ApiRights rights;
  private final AuditTrail trail;

  AgreementEndpoints(
      PublishedAgreements published,
      PublishAgreements publish,
      TryAgreements trials,
      ApiRights rights,
      AuditTrail trail) {
    this.published = published;
    this.publish = publish;
    this.trials = trials;
    this.rights = rights;
    this.trail = trail;
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping
  @Operation(
      operationId = "listAgreements",
      summary = "List agreements",
      description = "The newest version of each, by name.")
  List<AgreementVersionBody> list() {
    rights.allow(Act.READ_AGREEMENTS);
    return published.agreements().stream().map(AgreementVersionBody::of).toList();
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping("/{name}")
  @Operation(
      operationId = "getAgreement",
      summary = "Get an agreement with all its versions, newest first")
  AgreementVersionBody.History get(@PathVariable String name) {
    rights.allow(Act.READ_AGREEMENTS);
    return AgreementVersionBody.History.of(versions(name));
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping("/{name}/versions/{version}")
  @Operation(operationId = "getAgreementVersion", summary = "Get a version of an agreement")
  AgreementVersionBody version(@PathVariable String name, @PathVariable int version) {
    rights.allow(Act.READ_AGREEMENTS);
    return versions(name).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .orElseThrow(() -> new UnknownEntry("version", name + ", " + version));
  }

  @Requires(Act.PUBLISH_AGREEMENTS)
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
  @ApiResponse(responseCode = "200", description = "The newest version says just the same")
  @ApiResponse(
      responseCode = "201",
      description = "The new version",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<AgreementVersionBody> put(@PathVariable String name, @RequestBody JsonNode body) {
    rights.allow(Act.PUBLISH_AGREEMENTS);
    Publication.Entry entry =
        publish.publish(AgreementDraft.ofAgreement(name, body)).agreements().get(0);
    AgreementVersionBody newest = versions(name).get(0);
    return entry.isNew()
        ? ResponseEntity.created(
                OwnAddress.path()
                    .replaceQuery(null)
                    .path("/versions/" + entry.version())
                    .build()
                    .toUri())
            .body(newest)
        : ResponseEntity.ok(newest);
  }

  @Requires(Act.READ_AGREEMENTS)
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
  TrialBody validate(@ParameterObject SampleParameters sample, @RequestBody JsonNode body) {
    rights.allow(Act.READ_AGREEMENTS);
    return TrialBody.of(trials.drafted(AgreementDraft.of(body), sample.sample()));
  }

  @Requires(Act.READ_AGREEMENTS)
  @PostMapping(path = "/validate", consumes = YAML)
  @Operation(hidden = true)
  TrialBody validateYaml(SampleParameters sample, @RequestBody byte[] body) {
    rights.allow(Act.READ_AGREEMENTS);
    return TrialBody.of(trials.drafted(AgreementDraft.ofYaml(text(body)), sample.sample()));
  }

  @Requires(Act.READ_AGREEMENTS)
  @GetMapping("/precedence")
  @Operation(
      operationId = "agreementPrecedence",
      summary = "Tell which agreement counts for an incident, and why",
      description =
          "As if it were opened at an instant: when each promise would be due, and every agreement"
              + " that applies, the one that counts first. The client is required.")
  TrialBody precedence(@ParameterObject SampleParameters sample) {
    rights.allow(Act.READ_AGREEMENTS);
    return TrialBody.of(trials.published(sample.sample()));
  }

  @Requires(Act.READ_AGREEMENTS)
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
    rights.allow(Act.READ_AGREEMENTS);
    byte[] document = AgreementYaml.write(published.document()).getBytes(StandardCharsets.UTF_8);
    trail.record(
        AuditEntry.of(AuditKind.EXPORTED, "agreements", "All calendars and agreements as YAML"));
    return document;
  }

  @Requires(Act.PUBLISH_AGREEMENTS)
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
  @ApiResponse(responseCode = "200", description = "The newest versions say just the same")
  @ApiResponse(responseCode = "201", description = "What was published")
  ResponseEntity<PublicationBody> importDocument(@RequestBody byte[] body) {
    rights.allow(Act.PUBLISH_AGREEMENTS);
    PublicationBody publication =
        PublicationBody.of(publish.publish(AgreementDraft.ofYaml(text(body))));
    return ResponseEntity.status(publication.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(publication);
  }

  private List<AgreementVersionBody> versions(String name) {
    List<AgreementVersionBody> versions =
        published.agreement(name).stream().map(AgreementVersionBody::of).toList();
    if (versions.isEmpty()) {
      throw new UnknownEntry("agreement", name);
    }
    return versions;
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
