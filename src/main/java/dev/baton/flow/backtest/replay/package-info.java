/** Replays recorded incidents through the flows on a simulated clock. Begin with {@link Replay}. */
package dev.baton.flow.backtest.replay;
