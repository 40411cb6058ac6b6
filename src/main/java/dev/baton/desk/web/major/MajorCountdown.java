package dev.baton.desk.web.major;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How long it is until the next update of a major incident is due. */
@Component
class MajorCountdown {

  private static final Duration SOON = Duration.ofMinutes(15);

  private final PageRenderer pages;

  MajorCountdown(PageRenderer pages) {
    this.pages = pages;
  }

  /**
   * What is due.
   *
   * @param level late, soon or later
   * @param words such as "in 12 min" or "overdue by 2 h 5 min"
   * @param exact date and time in the visitor's zone
   */
  record DueUpdate(String level, String symbol, String words, String exact) {}

  /** Null if none is due. */
  DueUpdate of(Instant due, Instant now, Visitor visitor) {
    if (due == null) {
      return null;
    }
    Duration left = Duration.between(now, due);
    String level = left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : "later";
    String symbol = level.equals("late") ? "■" : level.equals("soon") ? "▲" : "●";
    String words =
        pages.words(
            left.isNegative() ? "majors.overdue" : "majors.in",
            visitor.locale(),
            length(left.abs(), visitor.locale()));
    return new DueUpdate(level, symbol, words, visitor.at(due, now));
  }

  private String length(Duration time, Locale locale) {
    if (time.toDays() > 0) {
      return pages.words("majors.days", locale, time.toDays(), time.toHoursPart());
    }
    return time.toHours() > 0
        ? pages.words("majors.hours", locale, time.toHours(), time.toMinutesPart())
        : pages.words("majors.minutes", locale, time.toMinutes());
  }
}
