package dev.baton.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period, excluding its end, that is open, or closed for one reason. The name is that of the
 * holiday in English ({@code Corpus Christi}) or of the closed day; otherwise null.
 */
public record CalendarSpan(Instant from, Instant to, SpanKind kind, @Nullable String name) {

  /** Open, or the reason why it is closed. */
  public enum SpanKind {
    OPEN,
    OUTSIDE_HOURS,
    HOLIDAY,
    CLOSED_DAY
  }
}
