package dev.baton.engine;

/**
 * Offered as a bean where the database is thrown away soon: the engine then keeps the history of
 * instances, steps, tasks and their candidates, and nothing of variables, decisions and jobs, which
 * is most of what it writes.
 */
public record HistoryOfSteps() {}
