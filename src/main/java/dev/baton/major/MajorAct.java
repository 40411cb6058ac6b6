package dev.baton.major;

/** What the flow of a major incident can offer. */
public enum MajorAct {
  UPDATE,
  RESOLVE_RELATED,
  REVIEW,
  STAND_DOWN
}
