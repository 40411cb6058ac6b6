package dev.baton.incident.contact;

/** There is no such contact, or it does not wait to be sorted. */
public class UnknownContact extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownContact(long id) {
    super("There is no contact %d that waits to be sorted".formatted(id));
  }
}
