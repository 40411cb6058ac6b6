package dev.baton.desk.web.incident;

/**
 * One obligation as a bar. Text, the shape of the symbol and colour each show its state.
 *
 * @param level for the style: runs, risk, late, paused, waiting, met, breached, stopped
 * @param used percent of the target, 0 to 100; null if nothing is measured
 * @param left the time left, or the time since it became overdue
 */
record ClockBar(
    String kind,
    String level,
    String symbol,
    String state,
    Integer used,
    String left,
    String due,
    String target) {}
