package dev.baton.incident.contact;

/** The contact does not exist, or is not waiting for triage. */
public class UnknownContact extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownContact(long id) {
    super("No contact %d is waiting for triage".formatted(id));
  }
}
