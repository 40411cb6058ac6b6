package dev.baton.flow.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.flow.proposal.trial.ProposalTrial;
import dev.baton.flow.proposal.trial.TryProposal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries proposals with the desk's own incidents. */
@RestController
@RequestMapping(
    path = "/api/v1/flows/proposals/{id}/trials",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Flows", description = "Changed flows, tables and forms before they go live")
class ProposalTrialController {

  private final TryProposal trials;
  private final AccessControl rights;

  ProposalTrialController(TryProposal trials, AccessControl rights) {
    this.trials = trials;
    this.rights = rights;
  }

  /** Which incidents a proposal is tried with. */
  @Schema(name = "TrialRequest")
  record TrialRequest(
      @Schema(description = "How far back they go, from 1 to 366", defaultValue = "30")
          Integer days,
      @Schema(
              description = "How many at most, at even distances; from 1 to 5,000",
              defaultValue = "200")
          Integer incidents) {}

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "tryProposal",
      summary = "Try a proposal with incidents of this desk",
      description =
          "Replays the incidents through the live release and through the proposed one, in a"
              + " program of its own that may take minutes. 409 while another trial runs.")
  @ApiResponse(
      responseCode = "202",
      description = "The trial, which has begun",
      headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri")))
  ResponseEntity<TrialResponse> start(
      @PathVariable long id, @Valid @RequestBody TrialRequest body) {
    rights.allow(Permission.DEPLOY);
    ProposalTrial trial =
        trials.start(
            id,
            body.days() == null ? TryProposal.USUAL_DAYS : body.days(),
            body.incidents() == null ? TryProposal.USUAL_INCIDENTS : body.incidents());
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/flows/proposals/%d/trials/%d".formatted(id, trial.number())))
        .body(TrialResponse.of(trial, null));
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping
  @Operation(operationId = "trialsOfProposal", summary = "Trials of a proposal, newest first")
  List<TrialResponse> list(@PathVariable long id) {
    rights.allow(Permission.CHECK_FLOWS);
    return trials.list(id).stream().map(trial -> TrialResponse.of(trial, null)).toList();
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping("/{number}")
  @Operation(operationId = "trial", summary = "A trial, how far it is, and its result in short")
  TrialResponse get(@PathVariable long id, @PathVariable int number) {
    rights.allow(Permission.CHECK_FLOWS);
    ProposalTrial trial = trials.get(id, number);
    return TrialResponse.of(trial, trials.digest(trial).orElse(null));
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping(path = "/{number}/report", produces = "application/zip")
  @Operation(
      operationId = "reportOfTrial",
      summary = "All reports of a trial as a ZIP archive",
      description = "report.html for people, report.json for programs, and those of both replays.")
  ResponseEntity<byte[]> report(@PathVariable long id, @PathVariable int number) {
    rights.allow(Permission.CHECK_FLOWS);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("baton-proposal-%d-trial-%d.zip".formatted(id, number))
                .build()
                .toString())
        .body(trials.reports(id, number));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping("/{number}/cancel")
  @Operation(
      operationId = "cancelTrial",
      summary = "Cancel a trial",
      description = "409 if it has ended.")
  TrialResponse cancel(@PathVariable long id, @PathVariable int number) {
    rights.allow(Permission.DEPLOY);
    return TrialResponse.of(trials.cancel(id, number), null);
  }
}
