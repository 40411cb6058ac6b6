package dev.baton.sla.web;

import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.sla.explanation.ClockEntry;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ClockMilestone;
import dev.baton.sla.explanation.ExplainedClocks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Time from left to right. Stretches in which no clock runs or is on hold are drawn eight times
 * narrower, so that nights and weekends leave room for the rest. Ticks stand at round times of the
 * zone's wall clock.
 */
final class TimeAxis {

  static final int LEFT = 16;
  static final int RIGHT = 884;
  private static final double NARROW = 0.125;
  private static final int MARGIN = 25;
  private static final int MOST_TICKS = 60;
  private static final int TICKS_APART = 64;

  /** Half the width of "fällig Mo. 23. Nov., 17:00:00". */
  private static final int HALF_A_TEXT = 90;

  private static final Duration DAY = Duration.ofDays(1);
  private static final List<Duration> STEPS =
      Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 10_080, 43_200)
          .map(Duration::ofMinutes)
          .toList();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** A label and where it stands. */
  record Tick(String at, String label, boolean day) {}

  private final LocalTimeFormatter time;
  private final ZoneId zone;

  /** How far from the left each instant is at which the scale may change. */
  private final NavigableMap<Instant, Double> distances = new TreeMap<>();

  private TimeAxis(ExplainedClocks clocks, LocalTimeFormatter time) {
    this.time = time;
    this.zone = time.zone();
    TreeSet<Instant> changes = new TreeSet<>(List.of(clocks.at()));
    TreeMap<Instant, Instant> busy = new TreeMap<>();
    for (ClockExplanation clock : clocks.clocks()) {
      Stream.concat(clock.entries().stream(), clock.toCome().stream())
          .forEach(entry -> take(entry, changes, busy));
      if (clock.dueAt() != null) {
        changes.add(clock.dueAt());
      }
      clock.milestones().stream()
          .filter(milestone -> !milestone.expected())
          .map(ClockMilestone::at)
          .forEach(changes::add);
    }
    measure(changes, busy);
  }

  /** Long enough for all that the clocks show. */
  static TimeAxis of(ExplainedClocks clocks, LocalTimeFormatter time) {
    return new TimeAxis(clocks, time);
  }

  private static void take(
      ClockEntry entry, NavigableSet<Instant> changes, NavigableMap<Instant, Instant> busy) {
    changes.add(entry.from());
    changes.add(entry.to());
    if (entry.state() == ClockEntry.State.RUNNING || entry.state() == ClockEntry.State.ON_HOLD) {
      busy.merge(entry.from(), entry.to(), (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  private void measure(NavigableSet<Instant> changes, NavigableMap<Instant, Instant> busy) {
    double distance = 0;
    Instant last = changes.first();
    Instant busyUntil = last;
    distances.put(last, distance);
    for (Instant change : changes) {
      boolean isBusy = busyUntil.isAfter(last);
      distance += Duration.between(last, change).toMillis() * (isBusy ? 1 : NARROW);
      distances.put(change, distance);
      Instant begun = busy.get(change);
      busyUntil = begun != null && begun.isAfter(busyUntil) ? begun : busyUntil;
      last = change;
    }
    double margin = Math.max(distance / MARGIN, 1_000);
    distances.put(last.plusMillis((long) margin), distance + margin);
  }

  /** Where it stands; what lies beyond an end stands at the end. */
  double x(Instant at) {
    Map.Entry<Instant, Double> before = distances.floorEntry(at);
    Map.Entry<Instant, Double> after = distances.ceilingEntry(at);
    if (before == null) {
      return LEFT;
    }
    if (after == null) {
      return RIGHT;
    }
    double distance = before.getValue();
    if (!before.getKey().equals(after.getKey())) {
      double part = Duration.between(before.getKey(), at).toMillis();
      double whole = Duration.between(before.getKey(), after.getKey()).toMillis();
      distance += (after.getValue() - distance) * part / whole;
    }
    return LEFT + (RIGHT - LEFT) * distance / distances.lastEntry().getValue();
  }

  /** On which side of its instant a text has room. */
  String anchor(Instant at) {
    double x = x(at);
    return x < LEFT + HALF_A_TEXT ? "start" : x > RIGHT - HALF_A_TEXT ? "end" : "middle";
  }

  /** Midnights first; other times where they leave each other room. */
  List<Tick> ticks() {
    Duration step = step();
    List<Instant> candidates = new ArrayList<>();
    LocalDateTime wall =
        LocalDateTime.ofInstant(distances.firstKey(), zone).toLocalDate().atStartOfDay();
    while (!wall.atZone(zone).toInstant().isAfter(distances.lastKey())) {
      Instant at = wall.atZone(zone).toInstant();
      if (!at.isBefore(distances.firstKey())) {
        candidates.add(at);
      }
      wall =
          step.compareTo(DAY) < 0
              ? wall.plusMinutes(step.toMinutes())
              : wall.plusDays(step.toDays());
    }
    TreeMap<Double, Tick> ticks = new TreeMap<>();
    candidates.stream().filter(this::isMidnight).forEach(at -> place(at, ticks));
    candidates.stream().filter(at -> !isMidnight(at)).forEach(at -> place(at, ticks));
    return List.copyOf(ticks.values());
  }

  private void place(Instant at, NavigableMap<Double, Tick> ticks) {
    double x = x(at);
    boolean hasRoom = ticks.subMap(x - TICKS_APART, x + TICKS_APART).isEmpty();
    if (hasRoom && x > LEFT + 10 && x < RIGHT - 10) {
      LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
      boolean day = isMidnight(at);
      String label = day ? time.dayAndMonth(wall.toLocalDate()) : TIME.format(wall);
      ticks.put(x, new Tick(String.format(Locale.ROOT, "%.1f", x), label, day));
    }
  }

  private boolean isMidnight(Instant at) {
    return LocalDateTime.ofInstant(at, zone).toLocalTime().toSecondOfDay() == 0;
  }

  private Duration step() {
    Duration whole = Duration.between(distances.firstKey(), distances.lastKey());
    return STEPS.stream()
        .filter(step -> whole.dividedBy(step) < MOST_TICKS)
        .findFirst()
        .orElseGet(() -> Duration.ofDays(whole.toDays() / MOST_TICKS + 1));
  }
}
