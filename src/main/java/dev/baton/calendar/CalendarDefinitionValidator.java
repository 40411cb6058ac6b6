package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Refuses a definition that makes no sense; the message names the day and what to do. */
final class CalendarDefinitionValidator {

  private static final int WEEK = 7 * OpeningHours.DAY;

  private final CalendarDefinition definition;

  CalendarDefinitionValidator(CalendarDefinition definition) {
    this.definition = definition;
  }

  void run() {
    if (definition.name() == null || definition.name().isBlank()) {
      throw new InvalidCalendar("A calendar has no name; accepted: any text");
    }
    if (definition.zone() == null) {
      throw invalid("has no zone; accepted: a zone such as Europe/Berlin, or UTC");
    }
    noOverlapInTheWeek();
    definition.special().forEach(this::noOverlapOn);
    if (weekIsEmpty() && definition.special().values().stream().allMatch(List::isEmpty)) {
      throw invalid("is never open; accepted: hours on at least one day of the week or one date");
    }
  }

  /** Whether it is open at every hour of every day, so that nothing needs to be looked up. */
  boolean alwaysOpen() {
    int open =
        definition.week().values().stream()
            .flatMap(List::stream)
            .mapToInt(OpeningHours::length)
            .sum();
    return open == WEEK
        && definition.holidays() == null
        && definition.closed().isEmpty()
        && definition.special().isEmpty();
  }

  private boolean weekIsEmpty() {
    return definition.week().values().stream().allMatch(List::isEmpty);
  }

  private void noOverlapInTheWeek() {
    List<PlacedHours> placed = new ArrayList<>();
    for (Map.Entry<DayOfWeek, List<OpeningHours>> day : definition.week().entrySet()) {
      int midnight = (day.getKey().getValue() - 1) * OpeningHours.DAY;
      for (OpeningHours hours : day.getValue()) {
        placed.add(new PlacedHours(day.getKey().toString(), hours, midnight + hours.fromSecond()));
      }
    }
    noOverlap(placed);
    if (!placed.isEmpty()) {
      PlacedHours first = placed.get(0);
      PlacedHours nextWeek = new PlacedHours(first.day(), first.hours(), first.opens() + WEEK);
      noOverlap(new ArrayList<>(List.of(placed.get(placed.size() - 1), nextWeek)));
    }
  }

  private void noOverlapOn(LocalDate date, List<OpeningHours> special) {
    List<PlacedHours> placed = new ArrayList<>();
    special.forEach(
        hours -> placed.add(new PlacedHours(date.toString(), hours, hours.fromSecond())));
    noOverlap(placed);
  }

  private void noOverlap(List<PlacedHours> placed) {
    placed.sort(Comparator.comparingInt(PlacedHours::opens));
    for (int i = 1; i < placed.size(); i++) {
      PlacedHours earlier = placed.get(i - 1);
      PlacedHours later = placed.get(i);
      if (later.opens() < earlier.opens() + earlier.hours().length()) {
        throw invalid(
            "has hours that overlap: %s %s and %s %s; accepted: intervals that do not overlap"
                .formatted(earlier.day(), earlier.hours(), later.day(), later.hours()));
      }
    }
  }

  private InvalidCalendar invalid(String what) {
    return new InvalidCalendar("Calendar '%s' %s".formatted(definition.name(), what));
  }

  private record PlacedHours(String day, OpeningHours hours, int opens) {}
}
