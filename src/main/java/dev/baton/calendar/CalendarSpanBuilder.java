package dev.baton.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Divides a period into spans that are open, or closed for a reason, without gaps. */
final class CalendarSpanBuilder {

  private final CalendarDays days;
  private final OpenIntervals timeline;
  private final List<CalendarSpan> spans = new ArrayList<>();

  CalendarSpanBuilder(CalendarDays days, OpenIntervals timeline) {
    this.days = days;
    this.timeline = timeline;
  }

  List<CalendarSpan> between(Instant from, Instant to) {
    Instant at = from;
    while (at.isBefore(to)) {
      if (timeline.isOpen(at)) {
        Instant end = timeline.nextClosing(at, to);
        add(at, end, CalendarSpan.SpanKind.OPEN, null);
        at = end;
      } else {
        Instant end = timeline.nextOpening(at, to);
        closed(at, end);
        at = end;
      }
    }
    return List.copyOf(spans);
  }

  private void closed(Instant from, Instant to) {
    Instant at = from;
    for (LocalDate date = days.date(from); at.isBefore(to); date = date.plusDays(1)) {
      Instant midnight = Instant.ofEpochSecond(days.second(date, OpeningHours.DAY));
      Instant end = midnight.isBefore(to) ? midnight : to;
      CalendarDays.Closure why = days.closure(date);
      add(at, end, why.kind(), why.name());
      at = end;
    }
  }

  private void add(Instant from, Instant to, CalendarSpan.SpanKind kind, @Nullable String name) {
    if (!from.isBefore(to)) {
      return;
    }
    CalendarSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.kind() == kind && Objects.equals(last.name(), name)) {
      spans.set(spans.size() - 1, new CalendarSpan(last.from(), to, kind, name));
    } else {
      spans.add(new CalendarSpan(from, to, kind, name));
    }
  }
}
