/** Compares the replay with the log and prints the result. Begin with {@link Comparison}. */
package dev.baton.flow.backtest.report;
