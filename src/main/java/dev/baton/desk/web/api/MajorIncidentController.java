package dev.baton.desk.web.api;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.OpenEscalations;
import dev.baton.escalation.web.EscalationResponse;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorParticipants;
import dev.baton.major.MajorState;
import dev.baton.major.MajorTimeline;
import dev.baton.web.ListParameters;
import dev.baton.web.NotFound;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds and shows major incidents to the desk's people. */
@RestController
@RequestMapping(path = "/api/v1/major-incidents")
@Tag(name = "Major incidents", description = "Lead, inform, review")
class MajorIncidentController {

  private static final String CSV = "text/csv";

  private final MajorIncidentSearch majors;
  private final MajorParticipants participants;
  private final MajorTimeline timeline;
  private final Escalations escalations;
  private final OpenEscalations openEscalations;
  private final IncidentTags tags;
  private final MajorTimelineExport export;
  private final AuditTrail trail;
  private final AccessControl rights;

  MajorIncidentController(
      MajorIncidentSearch majors,
      MajorParticipants participants,
      MajorTimeline timeline,
      Escalations escalations,
      OpenEscalations openEscalations,
      IncidentTags tags,
      MajorTimelineExport export,
      AuditTrail trail,
      AccessControl rights) {
    this.majors = majors;
    this.participants = participants;
    this.timeline = timeline;
    this.escalations = escalations;
    this.openEscalations = openEscalations;
    this.tags = tags;
    this.export = export;
    this.trail = trail;
    this.rights = rights;
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listMajorIncidents",
      summary = "List major incidents",
      description = "Newest first.")
  @Parameter(
      name = "state",
      description = "One or more of the states, repeated or separated by commas",
      example = "DECLARED,RUNNING")
  @PagedOperation
  ResponseEntity<PageResponse<MajorIncidentResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.READ_ESCALATIONS);
    ListParameters parameters = new ListParameters(given);
    Set<MajorState> states = parameters.choices("state", MajorState.class);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(majors.list(states, page), MajorIncidentResponse::of);
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getMajorIncident",
      summary = "Everything about a major incident",
      description =
          "The incident, its lead, what is due next, the related ones with their obligations, the"
              + " news that went out, the running escalation, the review with its"
              + " actions, and the timeline.")
  MajorIncidentDetailsResponse get(@PathVariable String number) {
    rights.allow(Permission.READ_ESCALATIONS);
    return page(number);
  }

  @EndpointPermission(Permission.READ_ESCALATIONS)
  @GetMapping(
      path = "/{number}/timeline",
      produces = {MediaType.APPLICATION_JSON_VALUE, CSV, MediaType.TEXT_HTML_VALUE})
  @Operation(
      operationId = "getMajorTimeline",
      summary = "Export the timeline of a major incident",
      description =
          "Journals and contacts of it and of the related ones, its news and who led it, oldest"
              + " first.")
  @ApiResponse(
      responseCode = "200",
      description = "The timeline in the form that was asked for",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = MajorTimeline.Line.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string")),
        @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
      })
  ResponseEntity<Object> timeline(
      @PathVariable String number,
      @Parameter(schema = @Schema(allowableValues = {"json", "csv", "html"}))
          @RequestParam(defaultValue = "json")
          String format) {
    rights.allow(Permission.READ_ESCALATIONS);
    IncidentNumber known = known(number);
    List<MajorTimeline.Line> lines = timeline.of(known);
    if (format.equals("csv") || format.equals("html")) {
      trail.record(
          AuditEntry.of(AuditKind.EXPORTED, known.value(), "Timeline of the major incident"));
    }
    return switch (format) {
      case "json" -> answer(MediaType.APPLICATION_JSON, "json", known, lines);
      case "csv" -> answer(text(CSV), "csv", known, export.csv(lines));
      case "html" ->
          ResponseEntity.ok()
              .contentType(text(MediaType.TEXT_HTML_VALUE))
              .body(export.page(details(number), lines));
      default -> throw new InvalidInput("format", "must be one of json, csv, html");
    };
  }

  private static ResponseEntity<Object> answer(
      MediaType type, String suffix, IncidentNumber number, Object body) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-timeline.%s\"".formatted(number, suffix))
        .body(body);
  }

  private static MediaType text(String type) {
    return new MediaType(MediaType.valueOf(type), StandardCharsets.UTF_8);
  }

  /** All current details. */
  MajorIncidentDetailsResponse page(String number) {
    IncidentNumber known = known(number);
    EscalationResponse running =
        openEscalations
            .of(known)
            .map(open -> escalations.get(open.id()))
            .map(EscalationResponse::of)
            .orElse(null);
    MajorDetails details = details(number);
    return MajorIncidentDetailsResponse.of(
        details, participants.of(known), tags.of(numbers(details)), running, timeline.of(known));
  }

  private MajorDetails details(String number) {
    return majors.details(IncidentAccess.numberIn(number)).orElseThrow(() -> unknown(number));
  }

  private static List<String> numbers(MajorDetails details) {
    return Stream.concat(
            Stream.of(details.incident().number()),
            details.related().stream().map(related -> related.incident().number()))
        .toList();
  }

  /** Returns the number if it belongs to a major incident. */
  IncidentNumber known(String number) {
    return IncidentNumber.parse(number)
        .filter(parsed -> majors.find(parsed).isPresent())
        .orElseThrow(() -> unknown(number));
  }

  private static NotFound unknown(String number) {
    return new NotFound("major-incident", number);
  }
}
