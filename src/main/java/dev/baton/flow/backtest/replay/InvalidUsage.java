package dev.baton.flow.backtest.replay;

/** The command was called in a way it does not know; the message says what it did not like. */
public class InvalidUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidUsage(String message) {
    super(message);
  }
}
