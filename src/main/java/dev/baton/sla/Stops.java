package dev.baton.sla;

/** What fulfils an obligation. */
public enum Stops {
  FIRST_RESPONSE,
  RESOLVED,
  CLOSED,
  /** Of updates: each message to the client, until the incident is over. */
  MESSAGE
}
