package dev.baton.engine;

/** The flow does not offer at this moment what was asked of it; the message says what and why. */
public class NotOffered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotOffered(String message) {
    super(message);
  }
}
