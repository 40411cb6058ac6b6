package dev.baton.incident;

/** The incident does not exist, or the person may not see it. */
public class UnknownIncident extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownIncident(String number) {
    super("Incident " + number + " does not exist.");
  }
}
