package dev.baton.incident;

/** Who or what the work waits for. */
public enum HoldReason {
  REQUESTER,
  SUPPLIER,
  PROBLEM,
  CHANGE
}
