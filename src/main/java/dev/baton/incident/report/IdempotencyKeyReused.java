package dev.baton.incident.report;

/** The same idempotency key came before, with a different report. */
public class IdempotencyKeyReused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IdempotencyKeyReused() {
    super("This key was used before for a different report; a new report needs a new key");
  }
}
