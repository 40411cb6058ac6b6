package dev.baton.mail;

/** Whether a machine wrote a mail, and of which kind. Only {@link #NONE} may ever be answered. */
public enum Automation {
  /** A person wrote it, as far as anyone can tell. */
  NONE,
  /** An absence note or another automatic answer (RFC 3834 {@code auto-replied}). */
  AUTO_REPLY,
  /** Made by a machine by itself: reports, tickets of other desks, {@code auto-generated}. */
  AUTO_GENERATED,
  /** Sent to many, or through a mailing list. */
  BULK,
  /** From a mail server or nobody: an empty return path, mailer-daemon, postmaster. */
  MAIL_SYSTEM
}
