package dev.baton.audit;

/** Kinds of entries in the audit trail. */
public enum AuditKind {
  SIGNED_IN(true),
  SIGN_IN_FAILED(true),
  SIGNED_OUT(true),
  LOCKED_OUT(true),
  CREDENTIALS_CHANGED(false),
  TOKEN_CHANGED(false),
  RIGHTS_CHANGED(false),
  SEEN(true),
  EXPORTED(true),
  DEPLOYED(false),
  INCIDENT_CHANGED(false),
  SETTINGS_CHANGED(false),
  REFUSED(true);

  private final boolean standsAlone;

  AuditKind(boolean standsAlone) {
    this.standsAlone = standsAlone;
  }

  /** Whether the entry stays when the transaction in which it happened is rolled back. */
  boolean standsAlone() {
    return standsAlone;
  }
}
