package dev.baton.flow.backtest;

/** The program was asked to end before the replay was done. */
class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
