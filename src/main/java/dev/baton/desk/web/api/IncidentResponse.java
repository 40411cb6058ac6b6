package dev.baton.desk.web.api;

import dev.baton.incident.Channel;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.sla.ObligationView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An incident in the API; instants are UTC. */
@Schema(name = "Incident", description = "An incident; instants are UTC, ISO 8601")
record IncidentResponse(
    @Schema(example = "INC-2026-000123") String number,
    @Schema(description = "Code of the client", example = "acme") String client,
    Requester requester,
    @Schema(description = "The way it came in") Channel channel,
    @Schema(example = "Nobody can print on floor 3") String subject,
    String description,
    Status status,
    @Schema(description = "Empty until the flow has prioritised it") Priority priority,
    Level impact,
    Level urgency,
    String category,
    @Schema(description = "Code of the client's service") String service,
    @Schema(description = "Code of the team that works on it") String team,
    @Schema(description = "Sign-in name of the agent on it, or null") String assignee,
    @Schema(description = "Sign-in names of agents who help with it") Set<String> helpers,
    @Schema(description = "Null unless it is on hold") HoldResponse hold,
    @Schema(description = "How often it changed teams") int reassignments,
    @Schema(description = "How often a resolution was rejected") int reopenings,
    @Schema(description = "The reporter's own number") String externalReference,
    @Schema(description = "Null until it is resolved") Resolution resolution,
    @Schema(description = "Number of the incident that it repeats") String duplicateOf,
    @Schema(description = "Why it was cancelled") String cancelReason,
    Instant openedAt,
    Instant resolvedAt,
    Instant closedAt,
    @Schema(description = "What forms of the flow asked for and kept; none for a client's people")
        List<Detail> details,
    @Schema(description = "In lower case, sorted; none for a client's people") List<String> tags,
    @Schema(
            description =
                "What was promised, and how each promise stands. Agreed by the flow a moment after"
                    + " the report: until then, and where nothing is promised, empty")
        List<ObligationResponse> obligations) {

  @Schema(name = "Requester", description = "The person who reported or is affected")
  record Requester(String name, String email, String phone, boolean vip) {}

  @Schema(name = "Hold", description = "Why work waits")
  record HoldResponse(
      HoldReason reason,
      Instant since,
      @Schema(description = "Until when it was promised to wait") Instant until,
      String owner) {}

  @Schema(name = "Resolution", description = "How it was resolved, and what was done")
  record Resolution(ResolutionCode code, String note) {}

  @Schema(name = "IncidentDetail", description = "Such as the root cause")
  record Detail(
      @Schema(description = "Key of the form's field", example = "rootCause") String name,
      @Schema(example = "Root cause") String label,
      @Schema(example = "Worn cable") String value) {}

  static IncidentResponse of(
      IncidentView incident, List<ObligationView> obligations, List<String> tags) {
    return new IncidentResponse(
        incident.number(),
        incident.client(),
        requester(incident.requester()),
        incident.channel(),
        incident.subject(),
        incident.description(),
        incident.status(),
        incident.priority(),
        incident.impact(),
        incident.urgency(),
        incident.category(),
        incident.service(),
        incident.team(),
        incident.assignee(),
        incident.helpers(),
        hold(incident.hold()),
        incident.reassignments(),
        incident.reopenings(),
        incident.externalReference(),
        resolution(incident.resolution()),
        incident.duplicateOf(),
        incident.cancelReason(),
        incident.openedAt(),
        incident.resolvedAt(),
        incident.closedAt(),
        incident.details().stream()
            .map(detail -> new Detail(detail.name(), detail.label(), detail.value()))
            .toList(),
        tags,
        obligations.stream().map(ObligationResponse::of).toList());
  }

  /** Without the names of the desk's people, which clients may not see. */
  IncidentResponse forClient() {
    return new IncidentResponse(
        number,
        client,
        requester,
        channel,
        subject,
        description,
        status,
        priority,
        impact,
        urgency,
        category,
        service,
        team,
        null,
        Set.of(),
        hold == null ? null : new HoldResponse(hold.reason(), hold.since(), hold.until(), null),
        reassignments,
        reopenings,
        externalReference,
        resolution,
        duplicateOf,
        cancelReason,
        openedAt,
        resolvedAt,
        closedAt,
        List.of(),
        List.of(),
        obligations);
  }

  private static Requester requester(IncidentView.Requester person) {
    return person == null
        ? null
        : new Requester(person.name(), person.email(), person.phone(), person.vip());
  }

  private static HoldResponse hold(IncidentView.HoldView hold) {
    return hold == null
        ? null
        : new HoldResponse(hold.reason(), hold.since(), hold.until(), hold.owner());
  }

  private static Resolution resolution(IncidentView.Resolution resolution) {
    return resolution == null ? null : new Resolution(resolution.code(), resolution.note());
  }
}
