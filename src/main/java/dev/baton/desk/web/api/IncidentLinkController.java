package dev.baton.desk.web.api;

import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.incident.link.IncidentLinks;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.incident.web.IncidentAccess;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.MaxCharacters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parents and children of an incident, and what it duplicates. */
@RestController
@RequestMapping(path = "/api/v1/incidents/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents")
class IncidentLinkController {

  private static final int MOST = 100;

  private final IncidentLinks links;
  private final IncidentSummaries summaries;
  private final IncidentSearch search;
  private final IncidentAccess rights;

  IncidentLinkController(
      IncidentLinks links,
      IncidentSummaries summaries,
      IncidentSearch search,
      IncidentAccess rights) {
    this.links = links;
    this.search = search;
    this.summaries = summaries;
    this.rights = rights;
  }

  @Schema(name = "ParentInput")
  record ParentInput(
      @Schema(description = "Number of an incident of the same client", example = "INC-2026-000122")
          @NotBlank(message = "is required")
          @MaxCharacters(40)
          String other) {}

  /** An incident that is linked. */
  @Schema(name = "LinkedIncident")
  record LinkedIncident(String number, String subject, Status status) {

    static LinkedIncident of(IncidentSummary incident) {
      return new LinkedIncident(incident.number(), incident.subject(), incident.status());
    }
  }

  /** What is linked with an incident. */
  @Schema(name = "IncidentLinks")
  record Links(
      @Schema(description = "The incident it belongs to, or null") LinkedIncident parent,
      @Schema(description = "The oldest 100") List<LinkedIncident> children,
      @Schema(description = "The incident it is a duplicate of, or null") String original) {}

  @EndpointPermission(Permission.READ)
  @GetMapping("/links")
  @Operation(operationId = "links", summary = "Get parent, children and original of an incident")
  Links links(@PathVariable String number) {
    rights.allow(Permission.READ, number);
    return linksOf(IncidentAccess.numberIn(number));
  }

  @EndpointPermission(Permission.WORK)
  @PostMapping(path = "/parent", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "setParent",
      summary = "Make the incident a child of another one",
      description = "It has at most one parent; circles are refused.")
  Links setParent(@PathVariable String number, @Valid @RequestBody ParentInput input) {
    rights.allow(Permission.WORK, number);
    IncidentNumber child = IncidentAccess.numberIn(number);
    IncidentNumber parent =
        IncidentNumber.parse(input.other())
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "other", "must be the number of an incident, such as INC-2026-000122"));
    links.setParent(child, parent);
    return linksOf(child);
  }

  @EndpointPermission(Permission.WORK)
  @DeleteMapping("/parent")
  @Operation(operationId = "removeParent", summary = "Take the incident away from its parent")
  Links removeParent(@PathVariable String number) {
    rights.allow(Permission.WORK, number);
    IncidentNumber child = IncidentAccess.numberIn(number);
    links.parentOf(child).ifPresent(parent -> links.removeParent(child, parent));
    return linksOf(child);
  }

  @EndpointPermission(Permission.WORK)
  @DeleteMapping("/duplicate")
  @Operation(
      operationId = "removeOriginal",
      summary = "Take back that the incident is a duplicate of another one",
      description =
          "Only the link is removed. The incident stays resolved or closed, and is reopened only"
              + " where its flow offers that. Refused for an incident that was merged, since its"
              + " messages are in the other one.")
  Links removeOriginal(@PathVariable String number) {
    rights.allow(Permission.WORK, number);
    IncidentNumber duplicate = IncidentAccess.numberIn(number);
    String original = search.get(duplicate).duplicateOf();
    if (original != null) {
      links.removeOriginal(duplicate, new IncidentNumber(original));
    }
    return linksOf(duplicate);
  }

  private Links linksOf(IncidentNumber number) {
    String parent = links.parentOf(number).map(IncidentNumber::value).orElse(null);
    List<String> children =
        links.childrenOf(number, MOST).stream().map(IncidentNumber::value).toList();
    Map<String, IncidentSummary> found =
        summaries.byNumber(
            Stream.concat(Stream.ofNullable(parent), children.stream()).distinct().toList());
    return new Links(
        parent == null ? null : LinkedIncident.of(found.get(parent)),
        children.stream().map(found::get).filter(Objects::nonNull).map(LinkedIncident::of).toList(),
        search.get(number).duplicateOf());
  }
}
