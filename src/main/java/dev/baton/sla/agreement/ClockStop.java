package dev.baton.sla.agreement;

/** What fulfils an obligation. */
public enum ClockStop {
  FIRST_RESPONSE,
  RESOLVED,
  CLOSED,
  /** Of updates: each message to the client, until the incident is over. */
  MESSAGE
}
