package dev.baton.sla.agreement;

/** With whom it was agreed: a client, a team of the house, a supplier. */
public enum AgreementKind {
  SLA,
  OLA,
  UC
}
