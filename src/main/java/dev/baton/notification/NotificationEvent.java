package dev.baton.notification;

/** The events that the communication plan covers. */
public enum NotificationEvent {
  RECEIVED,
  ASSIGNED,
  ON_HOLD,
  REMINDER,
  /** A person wrote to the client. */
  UPDATE,
  /** The client wrote; notifies those who work on the incident. */
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
