package dev.baton.flow.backtest.log;

/** The file cannot be read, or is no incident log; the message says which and why. */
public class UnreadableLog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableLog(String message) {
    super(message);
  }

  UnreadableLog(String message, Throwable cause) {
    super(message, cause);
  }
}
