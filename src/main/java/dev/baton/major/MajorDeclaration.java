package dev.baton.major;

/** How an incident became a major one. */
public enum MajorDeclaration {
  /** The incident's own flow said so. */
  RULE,
  /** Many of one service were reported at once. */
  CLUSTER,
  /** Somebody declared it. */
  HAND
}
