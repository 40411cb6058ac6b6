package dev.baton.flow.backtest;

import dev.baton.BatonApplication;
import dev.baton.flow.BacktestCommand;

/** The command as a program. */
public final class BacktestProgram {

  private BacktestProgram() {}

  public static void main(String[] args) {
    System.exit(BacktestCommand.run(BatonApplication.class, args));
  }
}
