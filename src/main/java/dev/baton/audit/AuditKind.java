package dev.baton.audit;

/** Kinds of entries in the audit trail. */
public enum AuditKind {
  SIGNED_IN,
  SIGN_IN_FAILED,
  SIGNED_OUT,
  LOCKED_OUT,
  CREDENTIALS_CHANGED,
  TOKEN_CHANGED,
  RIGHTS_CHANGED,
  SEEN,
  EXPORTED,
  DEPLOYED,
  INCIDENT_CHANGED,
  SETTINGS_CHANGED,
  REFUSED
}
