package dev.baton.sla.agreement;

/** Who the other party is: a client (SLA), an internal team (OLA) or a supplier (UC). */
public enum AgreementKind {
  SLA,
  OLA,
  UC
}
