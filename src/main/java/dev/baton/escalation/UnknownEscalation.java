package dev.baton.escalation;

/** The escalation does not exist. */
public class UnknownEscalation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownEscalation(long id) {
    super("Escalation " + id + " does not exist.");
  }
}
