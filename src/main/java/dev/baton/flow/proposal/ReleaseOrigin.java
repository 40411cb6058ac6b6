package dev.baton.flow.proposal;

/** How a release went live. */
public enum ReleaseOrigin {
  /** It came with the program. */
  SHIPPED,
  /** A second process owner published a proposal. */
  PUBLISHED,
  /** A process owner deployed it directly, where the desk allows that. */
  DEPLOYED,
  /** An earlier release was restored because the next one failed. */
  ROLLED_BACK
}
