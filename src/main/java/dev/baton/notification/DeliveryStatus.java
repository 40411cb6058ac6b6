package dev.baton.notification;

/** What became of one notification. */
public enum DeliveryStatus {
  QUEUED,
  /** The next server has it. */
  SENT,
  DELIVERED,
  /** It came back. */
  BOUNCED,
  /** It could not be sent on this channel. */
  FAILED,
  /** It was not sent on purpose; the reason says why. */
  SUPPRESSED
}
