package dev.baton.access;

/** The person may not do this; the message says who may, or what they may do instead. */
public class PermissionDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PermissionDenied(String message) {
    super(message);
  }
}
