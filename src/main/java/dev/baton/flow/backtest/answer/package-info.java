/**
 * Plays the people who do what the flows ask and a log knows nothing of. Begin with {@link
 * dev.baton.flow.backtest.answer.ScriptedAgents}.
 */
package dev.baton.flow.backtest.answer;
