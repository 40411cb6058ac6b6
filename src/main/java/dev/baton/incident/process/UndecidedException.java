package dev.baton.incident.process;

/** A decision table gave no answer; the step fails and waits for somebody to mend the table. */
class UndecidedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndecidedException(String message) {
    super(message);
  }
}
