package dev.baton.flow.backtest.replay;

/** The program was asked to end before the replay was done. */
public class ReplayStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
