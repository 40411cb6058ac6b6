package dev.baton.flow.proposal.trial;

import java.time.Instant;

/**
 * A trial of a proposal.
 *
 * @param number counts those of the proposal, from 1
 * @param revision of the proposal, whose files were tried
 * @param days how far back its incidents go
 * @param incidents how many of them at most
 * @param startedBy sign-in name
 * @param finishedAt null while it runs
 * @param progress in percent
 * @param message why it has no result; null if it has one, or runs
 */
public record ProposalTrial(
    long id,
    long proposalId,
    int number,
    int revision,
    TrialState state,
    int days,
    int incidents,
    String startedBy,
    Instant startedAt,
    Instant finishedAt,
    int progress,
    String message) {

  public boolean isRunning() {
    return state == TrialState.RUNNING;
  }
}
