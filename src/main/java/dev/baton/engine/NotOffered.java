package dev.baton.engine;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The flow does not currently offer the requested action; the message says what and why. */
public class NotOffered extends RefusedException {
  private static final long serialVersionUID = 1L;

  public NotOffered(LocalizableText reason) {
    super(reason);
  }

  /**
   * @param message in the language of the person
   */
  public NotOffered(String message) {
    super(message);
  }
}
