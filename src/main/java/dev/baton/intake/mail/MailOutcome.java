package dev.baton.intake.mail;

/** What became of a mail that was taken in. */
enum MailOutcome {
  /** A new incident. */
  OPENED,
  /** An answer on an incident, which its flow was told. */
  REPLIED,
  /** An answer on an incident whose sender is not verified: a note, and somebody looks at it. */
  UNVERIFIED,
  /** A note on an incident; nobody was told. */
  NOTED,
  /** Waits for somebody who knows where it belongs. */
  TRIAGE,
  /** Our own mail that came back to us, or a machine's; kept and left alone. */
  FILED,
  /** Mail of ours came back. */
  BOUNCED,
  /** Too many came; kept and left alone. */
  CAPPED,
  /** The same mail was taken in before. */
  DUPLICATE
}
