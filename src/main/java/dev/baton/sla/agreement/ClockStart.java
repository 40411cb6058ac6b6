package dev.baton.sla.agreement;

/** What starts the clock of an obligation. */
public enum ClockStart {
  /** The client's first contact, which opens the incident. */
  CONTACT,
  /** The opening of the incident. */
  OPENED,
  /** The assignment of the incident to a team. */
  ASSIGNED,
  /** For updates: the client's oldest unanswered contact. */
  UNANSWERED,
  /** For updates: the last message to the client; the next is promised a while after it. */
  LAST_MESSAGE
}
