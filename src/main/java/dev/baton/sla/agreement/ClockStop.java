package dev.baton.sla.agreement;

/** What meets an obligation and stops its clock. */
public enum ClockStop {
  FIRST_RESPONSE,
  RESOLVED,
  CLOSED,
  /** For updates: each message to the client, until the incident is resolved. */
  MESSAGE
}
