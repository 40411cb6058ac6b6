package dev.baton.flow.backtest.log;

/** A line of the log that could not be understood and was skipped. */
public record SkippedLine(int line, String reason) {}
