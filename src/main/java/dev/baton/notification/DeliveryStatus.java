package dev.baton.notification;

/** The state of one notification. */
public enum DeliveryStatus {
  QUEUED,
  /** The next mail server accepted it. */
  SENT,
  DELIVERED,
  /** It bounced. */
  BOUNCED,
  /** It could not be sent on this channel. */
  FAILED,
  /** It was deliberately not sent; the reason says why. */
  SUPPRESSED
}
