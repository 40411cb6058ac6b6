/**
 * What became of each replayed incident, as facts that two replays can be compared by. Begin with
 * {@link dev.baton.flow.backtest.outcome.ReplayOutcome}.
 */
package dev.baton.flow.backtest.outcome;
