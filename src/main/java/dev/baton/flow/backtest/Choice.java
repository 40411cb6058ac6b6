package dev.baton.flow.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which incidents to replay: those whose first event lies from one UTC day (inclusive) to another
 * (exclusive), at most so many; a null day sets no bound.
 */
record Choice(LocalDate from, LocalDate to, int limit) {

  static final Choice ALL = new Choice(null, null, Integer.MAX_VALUE);

  boolean takes(Instant begin) {
    LocalDate day = begin.atZone(ZoneOffset.UTC).toLocalDate();
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
