package dev.baton.access;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The person lacks the permission; the message says who has it, or what they can do instead. */
public class PermissionDenied extends RefusedException {
  private static final long serialVersionUID = 1L;

  public PermissionDenied(LocalizableText reason) {
    super(reason);
  }

  /**
   * @param message in the language of the person
   */
  public PermissionDenied(String message) {
    super(message);
  }
}
