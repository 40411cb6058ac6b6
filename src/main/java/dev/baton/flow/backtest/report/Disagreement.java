package dev.baton.flow.backtest.report;

/**
 * One thing about one incident that the log and Baton say differently.
 *
 * @param incident its number in the log
 * @param number its number in Baton, or null when Baton never knew it
 * @param what the dimension's key, such as {@code team}
 */
record Disagreement(
    String incident, String number, String what, String log, String baton, String cause) {}
