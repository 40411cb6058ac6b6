package dev.baton.intake.internal.api;

import dev.baton.access.Act;
import dev.baton.access.Requires;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.OpenEscalations;
import dev.baton.incident.IncidentNumber;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorState;
import dev.baton.major.MajorTimeline;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

/** Finds and shows major incidents, to the desk's people. */
@RestController
@RequestMapping(path = "/api/v1/major-incidents")
@Tag(name = "Major incidents", description = "Lead, inform, review")
class MajorIncidentEndpoints {

  private static final String CSV = "text/csv";

  private final MajorIncidentSearch majors;
  private final MajorTimeline timeline;
  private final Escalations escalations;
  private final OpenEscalations openEscalations;
  private final MajorTimelineExport export;
  private final AuditTrail trail;
  private final ApiRights rights;

  MajorIncidentEndpoints(
      MajorIncidentSearch majors,
      MajorTimeline timeline,
      Escalations escalations,
      OpenEscalations openEscalations,
      MajorTimelineExport export,
      AuditTrail trail,
      ApiRights rights) {
    this.majors = majors;
    this.timeline = timeline;
    this.escalations = escalations;
    this.openEscalations = openEscalations;
    this.export = export;
    this.trail = trail;
    this.rights = rights;
  }

  @Requires(Act.READ_ESCALATIONS)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listMajorIncidents",
      summary = "List major incidents",
      description = "Newest first.")
  @Parameter(
      name = "state",
      description = "One or more of the states, repeated or separated by commas",
      example = "DECLARED,RUNNING")
  @Paged
  ResponseEntity<PageBody<MajorIncidentBody>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Act.READ_ESCALATIONS);
    ListParameters parameters = new ListParameters(given);
    Set<MajorState> states = states(given);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageBody.answer(majors.list(states, page), MajorIncidentBody::of);
  }

  private static Set<MajorState> states(MultiValueMap<String, String> given) {
    Set<MajorState> states = EnumSet.noneOf(MajorState.class);
    for (String text : given.getOrDefault("state", List.of())) {
      for (String name : text.split(",", -1)) {
        if (!name.isBlank()) {
          states.add(state(name.strip()));
        }
      }
    }
    return states;
  }

  private static MajorState state(String name) {
    return EnumSet.allOf(MajorState.class).stream()
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidFields(
                    List.of(
                        new FieldProblem(
                            "state",
                            "must be one of "
                                + EnumSet.allOf(MajorState.class)
                                    .toString()
                                    .replaceAll("[\\[\\]]", "")))));
  }

  @Requires(Act.READ_ESCALATIONS)
  @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "getMajorIncident",
      summary = "Everything about a major incident",
      description =
          "The incident, its lead, what is due next, the related ones with their obligations, the"
              + " news that went out, the climb of the ladder that goes on, the review with its"
              + " actions, and the timeline.")
  MajorPageBody get(@PathVariable String number) {
    rights.allow(Act.READ_ESCALATIONS);
    return page(number);
  }

  @Requires(Act.READ_ESCALATIONS)
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
    rights.allow(Act.READ_ESCALATIONS);
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
      default ->
          throw new InvalidFields(
              List.of(new FieldProblem("format", "must be one of json, csv, html")));
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

  /** Everything about it, as it is now. */
  MajorPageBody page(String number) {
    IncidentNumber known = known(number);
    EscalationBody climb =
        openEscalations
            .of(known)
            .map(open -> escalations.get(open.id()))
            .map(EscalationBody::of)
            .orElse(null);
    return MajorPageBody.of(details(number), climb, timeline.of(known));
  }

  private MajorDetails details(String number) {
    return majors.details(ApiRights.numberIn(number)).orElseThrow(() -> unknown(number));
  }

  /** The number, if it is one of a major incident. */
  IncidentNumber known(String number) {
    return IncidentNumber.parse(number)
        .filter(parsed -> majors.find(parsed).isPresent())
        .orElseThrow(() -> unknown(number));
  }

  private static UnknownEntry unknown(String number) {
    return new UnknownEntry("major-incident", number);
  }
}
