package dev.baton.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, its end not included, that is open or closed for one reason. The name is the
 * holiday's in English ({@code Corpus Christi}) or the closed day's own, else null.
 */
public record CalendarSpan(Instant from, Instant to, SpanKind kind, @Nullable String name) {

  /** Open, or why not. */
  public enum SpanKind {
    OPEN,
    OUTSIDE_HOURS,
    HOLIDAY,
    CLOSED_DAY
  }
}
