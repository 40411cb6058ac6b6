package dev.baton.desk.web.incident;

/**
 * One promise as a bar. How it stands is told by words, by the shape of the symbol and by colour.
 *
 * @param level for the style: runs, risk, late, paused, waiting, met, breached, stopped
 * @param used percent of the target, 0 to 100; null where nothing is measured
 * @param left how much time is left, or since when it is over
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
