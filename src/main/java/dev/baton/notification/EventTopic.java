package dev.baton.notification;

/**
 * What an event is about. It decides what {@code {next}} says in messages, and when a message that
 * waits is no longer wanted.
 */
public enum EventTopic {
  /** The incident as a whole: the first open deadline comes next. */
  INCIDENT,
  /** What somebody wrote: the first open deadline comes next. */
  MESSAGE,
  /** A hold: its end comes next. Not sent once the hold is over. */
  HOLD,
  /** The resolution: the end of the confirmation period comes next. */
  RESOLUTION,
  /** A deadline, which comes next. Not sent once the incident is resolved. */
  DEADLINE,
  /** An escalation. Not sent once the incident is resolved. */
  ESCALATION,
  /** A major incident: its next update comes next. */
  MAJOR_INCIDENT
}
