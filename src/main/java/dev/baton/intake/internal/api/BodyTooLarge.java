package dev.baton.intake.internal.api;

import java.io.IOException;

/** The body of a request is longer than the desk reads. */
class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLarge(long limit) {
    super("The body must be at most " + limit + " bytes");
  }
}
