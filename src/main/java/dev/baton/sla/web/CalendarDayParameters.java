package dev.baton.sla.web;

import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The days of a calendar that somebody asks for, both included. */
record CalendarDayParameters(LocalDate from, LocalDate to) {

  private static final int USUAL = 13;
  private static final int MOST = 400;
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  /** As the query names them. */
  record Parameters(
      @Parameter(description = "First day; today if left out", example = "2026-12-21") String from,
      @Parameter(description = "Last day; the 14th if left out", example = "2027-01-03")
          String to) {

    CalendarDayParameters days(LocalDate today) {
      InvalidInput.Complaints complaints = new InvalidInput.Complaints();
      LocalDate first = date("from", from, today, complaints);
      LocalDate last = date("to", to, first.plusDays(USUAL), complaints);
      complaints.raise();
      if (last.isBefore(first) || last.isAfter(first.plusDays(MOST - 1))) {
        complaints.about("to", "must be from 0 to " + (MOST - 1) + " days after " + first);
      }
      complaints.raise();
      return new CalendarDayParameters(first, last);
    }

    private static LocalDate date(
        String field, String text, LocalDate otherwise, InvalidInput.Complaints complaints) {
      if (text == null || text.isBlank()) {
        return otherwise;
      }
      try {
        LocalDate date = LocalDate.parse(text.strip());
        if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
          return date;
        }
      } catch (DateTimeException unreadable) {
        // said below
      }
      complaints.about(field, "must be a date such as 2026-12-24, in the years 1970 to 2099");
      return otherwise;
    }
  }

  /** What day it is. */
  @Component
  static class Today {
    private final Clock clock;

    Today(Clock clock) {
      this.clock = clock;
    }

    LocalDate in(ZoneId zone) {
      return LocalDate.ofInstant(clock.instant(), zone);
    }
  }
}
