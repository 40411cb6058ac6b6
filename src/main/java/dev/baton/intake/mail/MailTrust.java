package dev.baton.intake.mail;

/** How a mailbox's senders are verified. */
public enum MailTrust {
  /** By the header that our own mail server added to the mail (RFC 8601). */
  AUTHENTICATION_RESULTS,
  /** The mail server refuses forged senders itself, so any mail it delivers is trusted. */
  SERVER
}
