package dev.baton.flow.web;

import dev.baton.flow.proposal.Proposal;
import dev.baton.flow.proposal.ProposalOrigin;
import dev.baton.flow.proposal.ProposalState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A proposal in a list. */
@Schema(name = "Proposal", description = "Changed flows that wait for a second process owner")
record ProposalResponse(
    @Schema(example = "12") long id,
    @Schema(example = "Third line") String title,
    ProposalOrigin origin,
    ProposalState state,
    @Schema(description = "Counts the changes of its files", example = "2") int revision,
    @Schema(description = "Sign-in name; null for the program", example = "process-owner")
        String proposedBy,
    @Schema(description = "Whether the next files of its proposer join it") boolean gathering,
    String reason,
    Instant createdAt,
    Instant changedAt,
    Instant decidedAt,
    String decidedBy,
    String decisionReason,
    @Schema(description = "Number of the release; null unless published", example = "7")
        Integer release) {

  static ProposalResponse of(Proposal proposal) {
    return new ProposalResponse(
        proposal.id(),
        proposal.title(),
        proposal.origin(),
        proposal.state(),
        proposal.revision(),
        proposal.proposedBy(),
        proposal.gathering(),
        proposal.reason(),
        proposal.createdAt(),
        proposal.changedAt(),
        proposal.decidedAt(),
        proposal.decidedBy(),
        proposal.decisionReason(),
        proposal.releaseNumber());
  }
}
