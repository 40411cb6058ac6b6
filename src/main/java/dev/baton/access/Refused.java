package dev.baton.access;

/** The person may not do this; the message says who may, or what they may do instead. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message);
  }
}
