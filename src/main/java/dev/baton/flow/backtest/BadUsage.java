package dev.baton.flow.backtest;

/** The command was called in a way it does not know; the message says what it did not like. */
class BadUsage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadUsage(String message) {
    super(message);
  }
}
