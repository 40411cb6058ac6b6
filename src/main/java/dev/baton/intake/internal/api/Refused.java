package dev.baton.intake.internal.api;

/** The person may not do this; the message says who may, or what they may do instead. */
class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
