package dev.baton.escalation.coverage;

import dev.baton.calendar.CalendarSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time in their order, none of which touches the next. */
record Intervals(List<Stretch> all) {

  /** From an instant up to, not including, another. */
  record Stretch(Instant from, Instant to) {}

  /** Of spans in their order; those that touch or overlap become one. */
  static Intervals of(List<CalendarSpan> spans) {
    List<Stretch> merged = new ArrayList<>();
    for (CalendarSpan span : spans) {
      Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || last.to().isBefore(span.from())) {
        merged.add(new Stretch(span.from(), span.to()));
      } else if (last.to().isBefore(span.to())) {
        merged.set(merged.size() - 1, new Stretch(last.from(), span.to()));
      }
    }
    return new Intervals(List.copyOf(merged));
  }

  /** Where a calendar is open. */
  static Intervals open(List<CalendarSpan> spans) {
    return of(spans.stream().filter(span -> span.kind() == CalendarSpan.SpanKind.OPEN).toList());
  }

  /** The intersection of both. */
  Intervals within(Intervals others) {
    List<Stretch> common = new ArrayList<>();
    int mine = 0;
    int theirs = 0;
    while (mine < all.size() && theirs < others.all.size()) {
      Stretch one = all.get(mine);
      Stretch other = others.all.get(theirs);
      Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
      Instant to = one.to().isBefore(other.to()) ? one.to() : other.to();
      if (from.isBefore(to)) {
        common.add(new Stretch(from, to));
      }
      if (one.to().isBefore(other.to())) {
        mine++;
      } else {
        theirs++;
      }
    }
    return new Intervals(List.copyOf(common));
  }

  boolean areAll(Instant from, Instant to) {
    return all.equals(List.of(new Stretch(from, to)));
  }
}
