package dev.baton.flow.proposal;

/** Where a proposal stands. */
public enum ProposalState {
  /** Nobody has decided; its files may still change. */
  OPEN,
  /** It is live, or was until the next release. */
  PUBLISHED,
  /** Another process owner has refused it. */
  DECLINED,
  /** Its proposer has taken it back. */
  WITHDRAWN
}
