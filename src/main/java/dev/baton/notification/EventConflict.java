package dev.baton.notification;

/** An event cannot be changed or removed; says why and what to do. */
public class EventConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EventConflict(String message) {
    super(message);
  }
}
