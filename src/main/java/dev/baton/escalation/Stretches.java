package dev.baton.escalation;

import dev.baton.calendar.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time in their order, none of which touches the next. */
record Stretches(List<Stretch> all) {

  /** From an instant up to, not including, another. */
  record Stretch(Instant from, Instant to) {}

  /** Of spans in their order; those that touch or overlap become one. */
  static Stretches of(List<Span> spans) {
    List<Stretch> merged = new ArrayList<>();
    for (Span span : spans) {
      Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || last.to().isBefore(span.from())) {
        merged.add(new Stretch(span.from(), span.to()));
      } else if (last.to().isBefore(span.to())) {
        merged.set(merged.size() - 1, new Stretch(last.from(), span.to()));
      }
    }
    return new Stretches(List.copyOf(merged));
  }

  /** Where a calendar is open. */
  static Stretches open(List<Span> spans) {
    return of(spans.stream().filter(span -> span.kind() == Span.Kind.OPEN).toList());
  }

  /** What both have in common. */
  Stretches within(Stretches others) {
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
    return new Stretches(List.copyOf(common));
  }

  boolean areAll(Instant from, Instant to) {
    return all.equals(List.of(new Stretch(from, to)));
  }
}
