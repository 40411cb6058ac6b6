package dev.baton.access;

/** The person lacks the permission; the message says who has it, or what they can do instead. */
public class PermissionDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PermissionDenied(String message) {
    super(message);
  }
}
