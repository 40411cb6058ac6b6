package dev.baton.flow.backtest.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Which incidents to replay: those whose first event lies from one UTC day (inclusive) to another
 * (exclusive), at most so many; a null day sets no bound.
 */
public record IncidentChoice(LocalDate from, LocalDate to, int limit) {

  public static final IncidentChoice ALL = new IncidentChoice(null, null, Integer.MAX_VALUE);

  boolean takes(Instant begin) {
    LocalDate day = begin.atZone(ZoneOffset.UTC).toLocalDate();
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
