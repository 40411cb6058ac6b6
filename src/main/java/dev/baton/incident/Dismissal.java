package dev.baton.incident;

/** Why a contact is left without an incident. */
public enum Dismissal {
  /** Advertising, phishing, a newsletter. */
  SPAM,
  /** Thanks, an automatic notice, something for information. */
  NO_ACTION,
  /** Meant for somebody else. */
  NOT_FOR_US,
  /** An incident, or another contact, already has it. */
  DUPLICATE,
  OTHER
}
