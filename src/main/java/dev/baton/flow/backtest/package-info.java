/**
 * The back-test: replays a recorded incident log through the flow on a simulated clock and a
 * scratch schema, and compares what the flow did with what was recorded.
 */
package dev.baton.flow.backtest;
