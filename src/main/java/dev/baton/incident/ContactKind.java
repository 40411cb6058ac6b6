package dev.baton.incident;

/** What a contact was about: a disruption, a question only, or a call that broke off. */
public enum ContactKind {
  INCIDENT,
  INFORMATION,
  ABANDONED
}
