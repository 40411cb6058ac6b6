/** Reads a recorded log of incidents. Begin with {@link LogReader}. */
package dev.baton.flow.backtest.log;
