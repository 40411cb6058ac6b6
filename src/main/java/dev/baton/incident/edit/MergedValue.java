package dev.baton.incident.edit;

/** What the remaining incident can take from the one that is merged into it. */
public enum MergedValue {
  SUBJECT,
  REQUESTER,
  CATEGORY,
  SERVICE,
  /** Impact and urgency together; the flow decides the priority anew. */
  PRIORITY
}
