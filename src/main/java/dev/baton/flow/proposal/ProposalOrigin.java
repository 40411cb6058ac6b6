package dev.baton.flow.proposal;

/** How a proposal came. */
public enum ProposalOrigin {
  /** Modeler's button, or another program at the engine's REST API. */
  MODELER,
  /** Baton's own page or API. */
  DESK,
  /** The flows of a newer program, where the desk has a release of its own. */
  UPGRADE
}
