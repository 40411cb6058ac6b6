package dev.baton.flow.web;

import dev.baton.flow.proposal.trial.ProposalTrial;
import dev.baton.flow.proposal.trial.TrialDigest;
import dev.baton.flow.proposal.trial.TrialState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A trial of a proposal, with its result in short. */
@Schema(
    name = "Trial",
    description = "What a proposal would have done with recorded incidents of this desk")
record TrialResponse(
    @Schema(description = "Counts the trials of the proposal", example = "1") int number,
    long proposal,
    @Schema(description = "Revision of the proposal whose files were tried", example = "2")
        int revision,
    TrialState state,
    @Schema(description = "How far back its incidents go", example = "30") int days,
    @Schema(description = "How many of them at most", example = "200") int incidents,
    @Schema(example = "process-owner") String startedBy,
    Instant startedAt,
    @Schema(description = "Null while it runs") Instant finishedAt,
    @Schema(description = "In percent", example = "40") int progress,
    @Schema(description = "Why it has no result") String message,
    @Schema(description = "Null in a list, and unless it is DONE") TrialDigest result) {

  static TrialResponse of(ProposalTrial trial, TrialDigest result) {
    return new TrialResponse(
        trial.number(),
        trial.proposalId(),
        trial.revision(),
        trial.state(),
        trial.days(),
        trial.incidents(),
        trial.startedBy(),
        trial.startedAt(),
        trial.finishedAt(),
        trial.progress(),
        trial.message(),
        result);
  }
}
