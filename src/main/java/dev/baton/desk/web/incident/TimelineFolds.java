package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Folds what the system wrote between the words of people, by kind and time. */
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
    Map<Integer, TimelineRow> rows = new TreeMap<>();
    for (List<Integer> places : groups(items)) {
      List<TimelineItem> group = places.stream().map(items::get).toList();
      if (group.size() < FEWEST) {
        places.forEach(place -> rows.put(place, TimelineRow.of(items.get(place))));
      } else {
        rows.put(places.get(0), new TimelineRow(words(group, visitor, now), group));
      }
    }
    return List.copyOf(rows.values());
  }

  /**
   * The places of those that belong together: of one kind, each soon after the one before, with
   * nothing but the system's own between them.
   */
  private static List<List<Integer>> groups(List<TimelineItem> items) {
    List<List<Integer>> groups = new ArrayList<>();
    Map<FoldKind, List<Integer>> open = new EnumMap<>(FoldKind.class);
    for (int place = 0; place < items.size(); place++) {
      TimelineItem item = items.get(place);
      if (item.fold() == null) {
        open.clear();
        groups.add(List.of(place));
      } else {
        List<Integer> group = open.get(item.fold());
        if (group == null || !isSoonAfter(items.get(group.get(group.size() - 1)), item)) {
          group = new ArrayList<>();
          groups.add(group);
          open.put(item.fold(), group);
        }
        group.add(place);
      }
    }
    return groups;
  }

  private static boolean isSoonAfter(TimelineItem before, TimelineItem item) {
    return Duration.between(before.time(), item.time()).abs().compareTo(CLOSE) <= 0;
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
