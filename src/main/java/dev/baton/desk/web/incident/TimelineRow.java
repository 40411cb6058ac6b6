package dev.baton.desk.web.incident;

import java.util.List;

/**
 * A line of the timeline: an item, or several of the system's that open from it.
 *
 * @param words what is folded and when; null for a single item
 */
record TimelineRow(String words, List<TimelineItem> items) {

  static TimelineRow of(TimelineItem item) {
    return new TimelineRow(null, List.of(item));
  }

  public boolean isFolded() {
    return words != null;
  }

  /** Of the fold: the entry that was there first keeps it. */
  public String id() {
    return "fold-" + oldest().anchor();
  }

  private TimelineItem oldest() {
    TimelineItem first = items.get(0);
    TimelineItem last = items.get(items.size() - 1);
    return first.time().isAfter(last.time()) ? last : first;
  }
}
