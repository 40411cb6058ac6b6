package dev.baton.engine;

/** Somebody else moved the same flow at the same moment; nothing was changed, ask again. */
public class FlowConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FlowConflict(String message, Throwable cause) {
    super(message, cause);
  }
}
