package dev.baton.intake.mail;

/** The outcome of a mail that was taken in. */
enum MailOutcome {
  /** A new incident. */
  OPENED,
  /** A reply on an incident, of which its flow was informed. */
  REPLIED,
  /** A reply from an unverified sender: a note that a person looks at. */
  UNVERIFIED,
  /** A note on an incident; no one was notified. */
  NOTED,
  /** Waits for triage. */
  TRIAGE,
  /** Our own mail returning, or a machine's mail; stored without effect. */
  FILED,
  /** One of our mails bounced. */
  BOUNCED,
  /** Too many mails; stored without effect. */
  CAPPED,
  /** The same mail was taken in before. */
  DUPLICATE
}
