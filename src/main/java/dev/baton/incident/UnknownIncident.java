package dev.baton.incident;

/** There is no such incident, or the person may not see it. */
public class UnknownIncident extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownIncident(String number) {
    super("There is no incident " + number + ".");
  }
}
