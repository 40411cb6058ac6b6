package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * Working time counted step by step on the wall clock, as a person would with a pencil: nothing is
 * shared with what it checks. Knows no public holidays. Steps must divide all hours.
 */
final class SlowCalendar {

  private final CalendarDefinition definition;
  private final Instant first;
  private final long step;
  private final boolean[] open;

  SlowCalendar(CalendarDefinition definition, Instant first, Instant last, Duration step) {
    this.definition = definition;
    this.first = first;
    this.step = step.toSeconds();
    this.open = new boolean[(int) (Duration.between(first, last).toSeconds() / this.step)];
    // What the clock has shown once does not come again when it is put back.
    LocalDateTime latest = LocalDateTime.MIN;
    for (long before = 86_400 / this.step; before > 0; before--) {
      latest = later(latest, first.minusSeconds(before * this.step));
    }
    for (int i = 0; i < open.length; i++) {
      latest = later(latest, first.plusSeconds(i * this.step));
      open[i] = openAt(latest);
    }
  }

  /** Null where it is not within the stretch that was counted. */
  Instant add(Instant start, Duration time) {
    long left = time.toSeconds();
    int at = index(start);
    for (; left > 0 && at < open.length; at++) {
      left -= open[at] ? step : 0;
    }
    return left > 0 ? null : first.plusSeconds(at * step);
  }

  Instant subtract(Instant end, Duration time) {
    long left = time.toSeconds();
    int at = index(end);
    for (; left > 0 && at > 0; at--) {
      left -= open[at - 1] ? step : 0;
    }
    return left > 0 ? null : first.plusSeconds(at * step);
  }

  Duration between(Instant from, Instant to) {
    long worked = 0;
    for (int at = index(from); at < index(to); at++) {
      worked += open[at] ? step : 0;
    }
    return Duration.ofSeconds(worked);
  }

  boolean isOpen(Instant at) {
    return open[index(at)];
  }

  Instant nextChange(Instant after, boolean toOpen) {
    for (int at = index(after) + 1; at < open.length; at++) {
      if (open[at] == toOpen && open[at - 1] != toOpen) {
        return first.plusSeconds(at * step);
      }
    }
    return null;
  }

  private int index(Instant at) {
    return (int) (Duration.between(first, at).toSeconds() / step);
  }

  private LocalDateTime later(LocalDateTime latest, Instant at) {
    LocalDateTime shown = LocalDateTime.ofInstant(at, definition.zone());
    return shown.isAfter(latest) ? shown : latest;
  }

  private boolean openAt(LocalDateTime shown) {
    int second = shown.toLocalTime().toSecondOfDay();
    LocalDate today = shown.toLocalDate();
    for (OpeningHours hours : on(today)) {
      boolean overnight = hours.toSecond() <= hours.fromSecond();
      if (second >= hours.fromSecond() && (overnight || second < hours.toSecond())) {
        return true;
      }
    }
    for (OpeningHours hours : on(today.minusDays(1))) {
      if (hours.toSecond() <= hours.fromSecond() && second < hours.toSecond()) {
        return true;
      }
    }
    return false;
  }

  private List<OpeningHours> on(LocalDate date) {
    Map<DayOfWeek, List<OpeningHours>> week = definition.week();
    if (definition.special().containsKey(date)) {
      return definition.special().get(date);
    }
    return definition.closed().containsKey(date)
        ? List.of()
        : week.getOrDefault(date.getDayOfWeek(), List.of());
  }
}
