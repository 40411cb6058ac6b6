package dev.baton.incident.history;

/** What happened, as far as it can happen again. */
public enum HistoryEventKind {
  REPORTED,
  /** The table gave it a priority. */
  PRIORITISED,
  /** Somebody gave it another impact and urgency. */
  REASSESSED,
  /** The table sent it to a team. */
  ROUTED,
  /** Somebody sent it to another team. */
  REASSIGNED,
  PASSED_TO_SECOND_LINE,
  /** Somebody took it, or named who does it. */
  ASSIGNED,
  /** A policy or an absence gave it to somebody, or to nobody. */
  GIVEN,
  STARTED,
  HELD,
  /** Held for the requester, with a question that they can read. */
  ASKED,
  RESUMED,
  RESOLVED,
  REOPENED,
  /** It is a duplicate of another. */
  DUPLICATE,
  CLOSED,
  CANCELLED,
  /** Somebody wrote or called. */
  CONTACT
}
