package dev.baton.notification;

/** What the communication plan can tell of. */
public enum NotificationEvent {
  RECEIVED,
  ASSIGNED,
  ON_HOLD,
  REMINDER,
  /** A person wrote to the client. */
  UPDATE,
  /** The client wrote; for those who work on it. */
  REPLIED,
  AT_RISK,
  BREACHED,
  ESCALATED,
  RESOLVED,
  CLOSED,
  REOPENED,
  CANCELLED,
  MAJOR_DECLARED,
  MAJOR_UPDATED,
  MAJOR_ENDED
}
