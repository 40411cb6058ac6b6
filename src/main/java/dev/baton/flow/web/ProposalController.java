package dev.baton.flow.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.flow.proposal.DecideProposal;
import dev.baton.flow.proposal.OwnProposal;
import dev.baton.flow.proposal.Proposal;
import dev.baton.flow.proposal.ProposalState;
import dev.baton.flow.proposal.ProposeRelease;
import dev.baton.flow.proposal.ReviewProposals;
import dev.baton.web.ListParameters;
import dev.baton.web.PageResponse;
import dev.baton.web.PagedOperation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Proposes changed flows, tables and forms, and decides about them. */
@RestController
@RequestMapping(path = "/api/v1/flows/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Flows", description = "Changed flows, tables and forms before they go live")
class ProposalController {

  private final ProposeRelease propose;
  private final OwnProposal own;
  private final DecideProposal decide;
  private final ReviewProposals reviews;
  private final AccessControl rights;

  ProposalController(
      ProposeRelease propose,
      OwnProposal own,
      DecideProposal decide,
      ReviewProposals reviews,
      AccessControl rights) {
    this.propose = propose;
    this.own = own;
    this.decide = decide;
    this.reviews = reviews;
    this.rights = rights;
  }

  /** Which revision somebody publishes, and why. */
  @Schema(name = "Publication")
  record PublishRequest(
      @NotNull @Schema(description = "Revision of the proposal that was looked at", example = "2")
          Integer revision,
      @Schema(description = "Why, for the audit trail", maxLength = 1_000) String reason) {}

  /** Why a proposal is declined or withdrawn. */
  @Schema(name = "ProposalReason")
  record ReasonRequest(@Schema(maxLength = 1_000) String reason) {}

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping
  @Operation(
      operationId = "listProposals",
      summary = "Proposals of changed flows",
      description = "Open ones first, the last changed first.")
  @Parameter(
      name = "state",
      description = "Only those in these states",
      array = @ArraySchema(schema = @Schema(implementation = ProposalState.class)))
  @PagedOperation
  ResponseEntity<PageResponse<ProposalResponse>> list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given) {
    rights.allow(Permission.CHECK_FLOWS);
    ListParameters parameters = new ListParameters(given);
    Set<ProposalState> states = parameters.choices("state", ProposalState.class);
    Pageable page = parameters.page(Sort.unsorted());
    parameters.raiseComplaints();
    return PageResponse.answer(reviews.list(states, page), ProposalResponse::of);
  }

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping("/{id}")
  @Operation(
      operationId = "proposal",
      summary = "A proposal, with what the checks say about it now")
  ProposalDetailResponse get(@PathVariable long id) {
    rights.allow(Permission.CHECK_FLOWS);
    return ProposalDetailResponse.of(reviews.get(id));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      operationId = "propose",
      summary = "Propose changed flows, tables and forms",
      description =
          "The files join the caller's proposal that still gathers files, or begin one. They are"
              + " checked together with everything that is live; nothing is kept if the checks"
              + " find an error, which a 422 lists. At most 2 MB a file and 4 MB together.")
  ResponseEntity<ProposalResponse> propose(
      @Parameter(description = "Files ending in .bpmn, .dmn or .form")
          @RequestPart(name = "file", required = false)
          List<MultipartFile> files,
      @RequestPart(name = "title", required = false) String title,
      @RequestPart(name = "reason", required = false) String reason) {
    rights.allow(Permission.DEPLOY);
    Proposal proposal = propose.propose(UploadedFiles.of(files), title, reason);
    return ResponseEntity.created(URI.create("/api/v1/flows/proposals/" + proposal.id()))
        .body(ProposalResponse.of(proposal));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "publishProposal",
      summary = "Publish a proposal of somebody else",
      description =
          "Deploys the whole release. 409 with the reason if it is the caller's own, is decided, or"
              + " has changed since.")
  ReleaseResponse publish(@PathVariable long id, @Valid @RequestBody PublishRequest body) {
    rights.allow(Permission.DEPLOY);
    return ReleaseResponse.of(decide.publish(id, body.revision(), body.reason()));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "declineProposal", summary = "Decline a proposal of somebody else")
  ProposalResponse decline(@PathVariable long id, @RequestBody ReasonRequest body) {
    rights.allow(Permission.DEPLOY);
    return ProposalResponse.of(decide.decline(id, body.reason()));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "withdrawProposal", summary = "Withdraw one's own proposal")
  ProposalResponse withdraw(@PathVariable long id, @RequestBody ReasonRequest body) {
    rights.allow(Permission.DEPLOY);
    return ProposalResponse.of(own.withdraw(id, body.reason()));
  }

  @EndpointPermission(Permission.DEPLOY)
  @DeleteMapping(path = "/{id}/files")
  @Operation(
      operationId = "removeProposedFile",
      summary = "Take a file out of one's own proposal",
      description = "Any process owner may take one out of what a new version of Baton brings.")
  ProposalResponse remove(@PathVariable long id, @RequestParam String name) {
    rights.allow(Permission.DEPLOY);
    return ProposalResponse.of(own.removeFile(id, name));
  }

  @EndpointPermission(Permission.DEPLOY)
  @PostMapping(path = "/{id}/complete")
  @Operation(
      operationId = "completeProposal",
      summary = "Let the next files that one sends begin another proposal")
  ProposalResponse complete(@PathVariable long id) {
    rights.allow(Permission.DEPLOY);
    return ProposalResponse.of(own.stopGathering(id));
  }
}
