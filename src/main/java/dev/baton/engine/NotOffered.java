package dev.baton.engine;

/** The flow does not currently offer the requested action; the message says what and why. */
public class NotOffered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotOffered(String message) {
    super(message);
  }
}
