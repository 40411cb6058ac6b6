package dev.baton.flow.backtest.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which incidents to replay: those whose first event lies from one UTC day (inclusive) to another
 * (exclusive), at most so many; a null day sets no bound.
 *
 * @param limit the first so many of them
 * @param sample so many of these, at even distances; the same for the same log
 */
public record IncidentChoice(LocalDate from, LocalDate to, int limit, int sample) {

  public static final IncidentChoice ALL = new IncidentChoice(null, null, Integer.MAX_VALUE);

  public IncidentChoice(LocalDate from, LocalDate to, int limit) {
    this(from, to, limit, Integer.MAX_VALUE);
  }

  boolean takes(Instant begin) {
    LocalDate day = begin.atZone(ZoneOffset.UTC).toLocalDate();
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }

  /** The sample of the first ones, of those in order of their beginning. */
  public List<String> of(List<String> incidents) {
    List<String> first = incidents.subList(0, Math.min(limit, incidents.size()));
    return IntStream.range(0, first.size())
        .filter(place -> takesPlace(place, first.size()))
        .mapToObj(first::get)
        .toList();
  }

  /** Whether the sample takes the incident at this place, counted from 0, of all those left. */
  private boolean takesPlace(int place, int all) {
    return sample >= all
        || (long) place * sample / all != (long) (place - 1) * sample / all
        || place == 0;
  }
}
