package dev.baton.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period, excluding its end, that is open, or closed for one reason. The name is that of the
 * holiday in English ({@code Corpus Christi}) or of the closed day; otherwise null.
 */
public record Span(Instant from, Instant to, Kind kind, @Nullable String name) {

  /** Open, or the reason why it is closed. */
  public enum Kind {
    OPEN,
    OUTSIDE_HOURS,
    HOLIDAY,
    CLOSED_DAY
  }
}
