package dev.baton.incident.report;

/** The same idempotency key came before, with a different report. */
public class IdempotencyKeyReused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused() {
    super("This key was already used for a different report; use a new key for a new report");
  }
}
