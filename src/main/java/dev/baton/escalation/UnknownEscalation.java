package dev.baton.escalation;

/** There is no such escalation. */
public class UnknownEscalation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownEscalation(long id) {
    super("There is no escalation " + id + ".");
  }
}
