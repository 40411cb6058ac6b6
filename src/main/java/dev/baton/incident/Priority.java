package dev.baton.incident;

/** How urgent an incident is for the desk, most urgent first. */
public enum Priority {
  P1,
  P2,
  P3,
  P4
}
