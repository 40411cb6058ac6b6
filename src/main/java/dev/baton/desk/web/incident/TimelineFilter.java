package dev.baton.desk.web.incident;

import dev.baton.desk.web.Visitor;
import dev.baton.incident.timeline.TimelineSection;
import dev.baton.notification.Notifications;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * The section of the timeline to show.
 *
 * @param from where it begins, in its order; null for its first item
 * @param shown how many of its items
 * @param messagesOnly whether only what people said and wrote is shown
 */
record TimelineFilter(boolean newestFirst, Instant from, int shown, boolean messagesOnly) {

  private static final int FIRST = 30;
  private static final int FURTHER = 60;

  /** The most that one page holds; the rest is on the next page. */
  private static final int MOST = 450;

  /** Ignores values that cannot be parsed. */
  static TimelineFilter of(String order, String from, String shown, String view) {
    return new TimelineFilter(
        !"oldest".equals(order), instant(from), number(shown), "messages".equals(view));
  }

  /**
   * Parses the parameters of the page's script: what is shown ({@code order}, {@code from}, {@code
   * shown}, {@code view}), and what to show next ({@code turn}, {@code turnView}, {@code more}).
   */
  static TimelineFilter of(Map<String, String> asked) {
    String turn = asked.get("turn");
    String view = asked.get("turnView");
    return of(
        turn == null ? asked.get("order") : turn,
        turn == null && view == null ? asked.get("from") : null,
        asked.getOrDefault("more", asked.get("shown")),
        view == null ? asked.get("view") : view);
  }

  /** The number of items to show next; null if the page is full. */
  Integer further() {
    return shown == MOST ? null : Integer.valueOf(Math.min(MOST, shown + FURTHER));
  }

  /** The same with three times as many items. */
  TimelineFilter withMore() {
    return new TimelineFilter(newestFirst, from, Math.min(MOST, 3 * shown), messagesOnly);
  }

  /** The same with as many items as a page can hold, however few lines they fold to. */
  TimelineFilter withMost() {
    return new TimelineFilter(newestFirst, from, MOST, messagesOnly);
  }

  String order() {
    return newestFirst ? "newest" : "oldest";
  }

  String view() {
    return messagesOnly ? "messages" : "everything";
  }

  /** Reads one item more than is shown, to know whether there are more. */
  TimelineSection timeline(Visitor visitor) {
    return new TimelineSection(visitor.isOfClient(), newestFirst, from, shown + 1, messagesOnly);
  }

  Notifications.Part notifications(Visitor visitor) {
    return new Notifications.Part(visitor.isOfClient(), newestFirst, from, shown + 1);
  }

  private static int number(String text) {
    return text == null || !text.matches("\\d{1,6}")
        ? FIRST
        : Math.max(1, Math.min(MOST, Integer.parseInt(text)));
  }

  private static Instant instant(String text) {
    try {
      return text == null || text.length() > 40 ? null : Instant.parse(text);
    } catch (DateTimeException notAnInstant) {
      return null;
    }
  }
}
