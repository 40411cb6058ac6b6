package dev.baton.notification;

/** The ways a message can go. */
public enum ChannelKind {
  MAIL,
  /** Signed JSON to an address of the client's or the desk's own chat. */
  WEBHOOK,
  /** The reader's own list in Baton; needs nothing outside. */
  INBOX
}
