package dev.baton.desk.web;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long it is until a deadline by the clock on the wall. */
@Component
public class TimeLeft {

  private static final Duration SOON = Duration.ofHours(1);

  private final PageRenderer pages;

  TimeLeft(PageRenderer pages) {
    this.pages = pages;
  }

  /**
   * A deadline.
   *
   * @param level late, soon or later
   * @param words such as "2 h 10 min left"
   * @param exact date and time in the visitor's zone
   */
  public record Deadline(String level, String symbol, String words, String exact) {}

  public Deadline of(Instant due, Instant now, Visitor visitor) {
    Duration left = Duration.between(now, due);
    String level = left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : "later";
    String symbol = level.equals("late") ? "■" : level.equals("soon") ? "▲" : "●";
    return new Deadline(
        level,
        symbol,
        pages.words(
            left.isNegative() ? "clock.over" : "clock.left",
            visitor.locale(),
            amount(left.abs(), visitor)),
        visitor.at(due, now));
  }

  private String amount(Duration time, Visitor visitor) {
    if (time.toMinutes() < 1) {
      return pages.words("clock.moment", visitor.locale());
    }
    if (time.toDays() >= 2) {
      return pages.words("call.days", visitor.locale(), time.toDays());
    }
    String hours = time.toHours() == 0 ? "" : time.toHours() + " h ";
    return (hours + (time.toMinutesPart() == 0 ? "" : time.toMinutesPart() + " min")).strip();
  }
}
