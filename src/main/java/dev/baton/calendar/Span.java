package dev.baton.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, its end not included, that is open or closed for one reason. The name is the
 * holiday's in English ({@code Corpus Christi}) or the closed day's own, else null.
 */
public record Span(Instant from, Instant to, Kind kind, @Nullable String name) {

  /** Open, or why not. */
  public enum Kind {
    OPEN,
    OUTSIDE_HOURS,
    HOLIDAY,
    CLOSED_DAY
  }
}
