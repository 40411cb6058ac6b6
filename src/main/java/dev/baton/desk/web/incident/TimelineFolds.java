package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Folds what the system wrote: neighbours of one kind, each soon after the one before. */
@Component
class TimelineFolds {

  /** Two stay as they are: one line instead of them would hide more than it saves. */
  static final int FEWEST = 3;

  static final Duration CLOSE = Duration.ofMinutes(30);

  private final PageRenderer pages;

  TimelineFolds(PageRenderer pages) {
    this.pages = pages;
  }

  List<TimelineRow> of(List<TimelineItem> items, Visitor visitor, Instant now) {
    List<TimelineRow> rows = new ArrayList<>();
    for (List<TimelineItem> run : runs(items)) {
      if (run.size() < FEWEST) {
        run.forEach(item -> rows.add(TimelineRow.of(item)));
      } else {
        rows.add(new TimelineRow(words(run, visitor, now), run));
      }
    }
    return rows;
  }

  private static List<List<TimelineItem>> runs(List<TimelineItem> items) {
    List<List<TimelineItem>> runs = new ArrayList<>();
    TimelineItem before = null;
    for (TimelineItem item : items) {
      if (before == null || !isNext(before, item)) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(item);
      before = item;
    }
    return runs;
  }

  private static boolean isNext(TimelineItem before, TimelineItem item) {
    return item.fold() != null
        && item.fold() == before.fold()
        && Duration.between(before.time(), item.time()).abs().compareTo(CLOSE) <= 0;
  }

  private String words(List<TimelineItem> run, Visitor visitor, Instant now) {
    Instant one = run.get(0).time();
    Instant other = run.get(run.size() - 1).time();
    return pages.words(
        "timeline.fold." + run.get(0).fold(),
        visitor.locale(),
        run.size(),
        one.isAfter(other) ? visitor.between(other, one, now) : visitor.between(one, other, now));
  }
}
