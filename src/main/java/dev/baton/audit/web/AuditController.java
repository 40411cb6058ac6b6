package dev.baton.audit.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditQuery;
import dev.baton.audit.AuditRecord;
import dev.baton.audit.AuditSearch;
import dev.baton.audit.AuditTrail;
import dev.baton.web.CsvTable;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.TimeRangeParameters;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the audit trail to people with the permission. Exports are audited, too. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Who saw or changed what")
class AuditController {

  private static final Duration USUAL = Duration.ofDays(7);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String[] COLUMNS = {
    "at", "kind", "actor", "origin", "address", "subject", "words", "source"
  };

  private final AuditSearch audit;
  private final AuditTrail trail;
  private final AccessControl rights;
  private final Clock clock;

  AuditController(AuditSearch audit, AuditTrail trail, AccessControl rights, Clock clock) {
    this.audit = audit;
    this.trail = trail;
    this.rights = rights;
    this.clock = clock;
  }

  @EndpointPermission(Permission.READ_AUDIT)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listAudit",
      summary = "Read the audit trail, newest first",
      description =
          "The desk's own entries, the journals of incidents and the engine's record of what people"
              + " did with it. At most 10,000 entries are counted and can be reached; ask for a"
              + " shorter time where there are more.")
  @Parameter(
      name = "from",
      description = "The first instant; seven days before the last if left out",
      example = "2026-05-04T00:00:00Z")
  @Parameter(name = "to", description = "The first instant no longer; now if left out")
  @Parameter(name = "actor", description = "Sign-in name", example = "mona")
  @Parameter(name = "kind", schema = @Schema(implementation = AuditKind.class))
  @Parameter(name = "subject", description = "What it was done to", example = "INC-2026-000123")
  @Parameter(name = "q", description = "Part of the subject or the words")
  @Parameter(
      name = "page",
      description = "Number of the page, from 0",
      schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
  @Parameter(
      name = "size",
      description = "Items on a page",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  ResponseEntity<PageResponse<AuditEntryResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.READ_AUDIT);
    ListParameters parameters = new ListParameters(given);
    AuditQuery query = query(parameters, given);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    if (page.getOffset() + page.getPageSize() > AuditSearch.MOST) {
      throw refused("page", "goes too far back; choose a shorter period");
    }
    return PageResponse.answer(audit.find(query, page), AuditEntryResponse::of);
  }

  @EndpointPermission(Permission.READ_AUDIT)
  @GetMapping(path = "/export", produces = "text/csv")
  @Operation(
      operationId = "exportAudit",
      summary = "Take the audit trail along as a table",
      description = "At most 10,000 entries; 422 where there are more. The export is recorded.")
  @Parameter(name = "from", description = "As in the list")
  @Parameter(name = "to", description = "As in the list")
  @Parameter(name = "actor", description = "Sign-in name")
  @Parameter(name = "kind", schema = @Schema(implementation = AuditKind.class))
  @Parameter(name = "subject", description = "What it was done to")
  @Parameter(name = "q", description = "Part of the subject or the words")
  @ApiResponse(
      responseCode = "200",
      description = "The table, newest first",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<String> export(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.READ_AUDIT);
    ListParameters parameters = new ListParameters(given);
    AuditQuery query = query(parameters, given);
    parameters.raiseComplaints();
    List<AuditRecord> found = audit.newest(query, AuditSearch.MOST + 1);
    if (found.size() > AuditSearch.MOST) {
      throw refused("from", "selects more than 10,000 entries; choose a shorter period");
    }
    trail.record(
        AuditEntry.of(
            AuditKind.EXPORTED,
            "audit",
            "%d audit entries from %s to %s".formatted(found.size(), query.from(), query.to())));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(
            CsvTable.table(
                COLUMNS,
                found.stream().map(record -> AuditEntryResponse.of(record).row()).toList()));
  }

  private AuditQuery query(ListParameters parameters, MultiValueMap<String, String> given) {
    InvalidInput.Complaints complaints = new InvalidInput.Complaints();
    Instant to = TimeRangeParameters.instant("to", given.getFirst("to"), null, complaints);
    Instant from =
        TimeRangeParameters.instant(
            "from",
            given.getFirst("from"),
            (to == null ? clock.instant() : to).minus(USUAL),
            complaints);
    complaints.raise();
    return new AuditQuery(
        from,
        to,
        parameters.choice("kind", AuditKind.class),
        parameters.words("actor"),
        parameters.words("subject"),
        parameters.words("q"));
  }

  private static InvalidInput refused(String field, String reason) {
    return new InvalidInput(field, reason);
  }
}
