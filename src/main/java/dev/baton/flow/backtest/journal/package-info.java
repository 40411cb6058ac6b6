/**
 * Turns the journal of a desk of ours into a recorded log. Begin with {@link
 * dev.baton.flow.backtest.journal.DeskJournal}.
 */
package dev.baton.flow.backtest.journal;
