package dev.baton.flow.proposal;

import java.time.Instant;

/**
 * Changed files that wait for the decision of a second process owner, or did.
 *
 * @param revision counts the changes of its files; who publishes it says which one they saw
 * @param proposedBy sign-in name; null for an upgrade
 * @param gathering whether the next files of its proposer join it
 * @param reason why, in the proposer's words; may be null
 * @param decidedAt null while it is open, as the next two
 * @param releaseNumber null unless it was published
 */
public record Proposal(
    long id,
    String title,
    ProposalOrigin origin,
    ProposalState state,
    int revision,
    String proposedBy,
    boolean gathering,
    String reason,
    Instant createdAt,
    Instant changedAt,
    Instant decidedAt,
    String decidedBy,
    String decisionReason,
    Integer releaseNumber) {

  public boolean isOpen() {
    return state == ProposalState.OPEN;
  }

  /** Whether this person has proposed it, and so may not publish it. */
  public boolean isBy(String login) {
    return login.equals(proposedBy);
  }
}
