package dev.baton.notification;

/** The channels a message can take. */
public enum ChannelKind {
  MAIL,
  /** Signed JSON to a URL of the client's or to the desk's own chat. */
  WEBHOOK,
  /** The recipient's inbox in Baton; needs no outside system. */
  INBOX
}
