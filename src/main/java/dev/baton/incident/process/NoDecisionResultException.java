package dev.baton.incident.process;

/** A decision table gave no answer; the step fails and waits for somebody to mend the table. */
class NoDecisionResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoDecisionResultException(String message) {
    super(message);
  }
}
