package dev.baton.incident;

/**
 * What a contact was about: a disruption, a question only, dissatisfaction with how an incident is
 * handled, or a call that broke off.
 */
public enum ContactKind {
  INCIDENT,
  INFORMATION,
  COMPLAINT,
  ABANDONED
}
