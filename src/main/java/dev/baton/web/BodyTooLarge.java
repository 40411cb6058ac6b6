package dev.baton.web;

import java.io.IOException;

/** The body of a request is longer than its kind of path allows; 413 was answered already. */
public class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  public BodyTooLarge(long limit) {
    super("The body must be at most " + limit + " bytes");
  }
}
