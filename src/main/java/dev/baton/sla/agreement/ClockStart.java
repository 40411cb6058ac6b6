package dev.baton.sla.agreement;

/** What starts the measurement of an obligation. */
public enum ClockStart {
  /** The first contact of the client, which opens the incident. */
  CONTACT,
  /** The opening of the incident. */
  OPENED,
  /** The incident's arrival at a team. */
  ASSIGNED,
  /** Of updates: the oldest contact of the client that nobody answered yet. */
  UNANSWERED,
  /** Of updates: the last message to the client; the next one is promised from then. */
  LAST_MESSAGE
}
