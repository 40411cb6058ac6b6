package dev.baton.engine;

/** Someone else moved the same flow at the same moment. Nothing was changed; try again. */
public class FlowConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FlowConflict(String message, Throwable cause) {
    super(message, cause);
  }
}
