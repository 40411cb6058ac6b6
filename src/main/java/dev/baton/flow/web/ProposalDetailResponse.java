package dev.baton.flow.web;

import dev.baton.flow.proposal.ReviewedProposal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A proposal with its files. */
@Schema(name = "ProposalDetail", description = "A proposal with what the checks say about it now")
record ProposalDetailResponse(
    ProposalResponse proposal,
    List<File> files,
    @Schema(description = "What the checks say; null once it is decided") FlowCheckResponse check) {

  /** A file of the proposal. */
  @Schema(name = "ProposedFile")
  record File(
      @Schema(example = "priority.dmn") String name,
      @Schema(description = "Against what is live; null once it is decided")
          ReviewedProposal.Change change,
      @Schema(description = "Whether what it replaces has changed since it was sent")
          boolean outdated) {}

  static ProposalDetailResponse of(ReviewedProposal reviewed) {
    return new ProposalDetailResponse(
        ProposalResponse.of(reviewed.proposal()),
        reviewed.files().stream()
            .map(file -> new File(file.name(), file.change(), file.isOutdated()))
            .toList(),
        reviewed.review() == null ? null : FlowCheckResponse.of(reviewed.review()));
  }
}
