package dev.baton.intake;

/** The same idempotency key came before, with a different report. */
public class KeyReused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KeyReused() {
    super("This key was used before for a different report; a new report needs a new key");
  }
}
