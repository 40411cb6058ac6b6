package dev.baton.web;

import dev.baton.web.validation.InstantText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A requested time range, excluding its end. */
public record TimeRangeParameters(Instant from, Instant to) {

  private static final Duration MOST = Duration.ofDays(800);
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("2099-12-31T00:00:00Z");

  /** As the query names it. */
  public record Parameters(
      @Parameter(
              description = "With an offset, such as Z; now if left out",
              example = "2026-05-04T00:00:00Z")
          String from,
      @Parameter(
              description = "At most 800 days later; 14 if left out, 180 of a feed",
              example = "2026-05-18T00:00:00Z")
          String to) {

    public TimeRangeParameters time(Instant now, Duration usual) {
      InvalidInput.Complaints complaints = new InvalidInput.Complaints();
      Instant begin = instant("from", from, now, complaints);
      Instant end = instant("to", to, begin.plus(usual), complaints);
      complaints.raise();
      if (!end.isAfter(begin) || end.isAfter(begin.plus(MOST))) {
        complaints.about(
            "to", "must be after %s, by at most %d days".formatted(begin, MOST.toDays()));
      }
      complaints.raise();
      return new TimeRangeParameters(begin, end);
    }
  }

  /** An instant in the query; the other one if it is left out. */
  public static Instant instant(
      String field, String text, Instant otherwise, InvalidInput.Complaints complaints) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      // A plus sign that was not escaped arrives as a space.
      Instant instant = InstantText.Iso.instant(text.strip().replace(' ', '+'));
      if (instant.isAfter(FIRST) && instant.isBefore(LAST)) {
        return instant;
      }
    } catch (DateTimeException unreadable) {
      // said below
    }
    complaints.about(
        field,
        "must be a date and time with an offset, such as 2026-11-30T15:00:00Z, in the years 1970 to"
            + " 2099");
    return otherwise;
  }
}
