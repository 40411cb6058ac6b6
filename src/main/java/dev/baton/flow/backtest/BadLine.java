package dev.baton.flow.backtest;

/** A line of the log that could not be understood and was skipped. */
record BadLine(int line, String reason) {}
