package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Calendars by chance around a change of the clocks; the same seed makes the same calendar. */
final class RandomCalendars {

  /** Zones with a date near which their clocks change. */
  private static final List<Map.Entry<String, LocalDate>> CHANGES =
      List.of(
          Map.entry("Europe/Berlin", LocalDate.of(2026, 3, 29)),
          Map.entry("Europe/Berlin", LocalDate.of(2026, 10, 25)),
          Map.entry("America/New_York", LocalDate.of(2026, 3, 8)),
          Map.entry("America/New_York", LocalDate.of(2026, 11, 1)),
          Map.entry("Australia/Lord_Howe", LocalDate.of(2026, 4, 5)),
          Map.entry("Australia/Lord_Howe", LocalDate.of(2026, 10, 4)),
          Map.entry("America/Havana", LocalDate.of(2025, 3, 9)),
          Map.entry("America/Havana", LocalDate.of(2025, 11, 2)),
          Map.entry("America/Sao_Paulo", LocalDate.of(2018, 2, 18)),
          Map.entry("America/Sao_Paulo", LocalDate.of(2018, 11, 4)),
          Map.entry("America/Goose_Bay", LocalDate.of(2010, 11, 7)),
          Map.entry("Pacific/Apia", LocalDate.of(2011, 12, 30)),
          Map.entry("Asia/Kolkata", LocalDate.of(2026, 1, 1)),
          Map.entry("UTC", LocalDate.of(2026, 12, 31)));

  final Random random;
  final LocalDate around;
  final ZoneId zone;
  final CalendarDefinition definition;
  private final int step;

  RandomCalendars(long seed, int stepInSeconds) {
    random = new Random(seed);
    step = stepInSeconds;
    Map.Entry<String, LocalDate> change = CHANGES.get((int) (seed % CHANGES.size()));
    zone = ZoneId.of(change.getKey());
    around = change.getValue();
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    int free = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      free = random.nextInt(5) == 0 ? 0 : day(week, day, free);
    }
    if (week.values().stream().flatMap(List::stream).mapToInt(OpeningHours::length).sum()
        < 6 * 3600) {
      week.put(DayOfWeek.WEDNESDAY, Calendars.hours("09:00-17:00"));
      week.put(DayOfWeek.THURSDAY, List.of());
    }
    Map<LocalDate, String> closed = new TreeMap<>();
    Map<LocalDate, List<OpeningHours>> special = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      closed.put(around.plusDays(random.nextInt(20) - 10), "closed");
      Map<LocalDate, List<OpeningHours>> one = new TreeMap<>();
      day(one, around.plusDays(random.nextInt(20) - 10), 0);
      special.putAll(one);
    }
    definition = new CalendarDefinition("seed " + seed, zone, week, null, closed, special);
  }

  Instant instant(Duration atMostFromTheChange) {
    long reach = atMostFromTheChange.toSeconds() / step;
    long steps = random.nextLong(-reach, reach);
    return around.atTime(3, 0).toInstant(ZoneOffset.UTC).plusSeconds(steps * step);
  }

  Duration duration(Duration atMost) {
    return Duration.ofSeconds(random.nextLong(atMost.toSeconds() / step) * step);
  }

  /** Fills a day with intervals; the last may run over midnight. Returns how far it reaches. */
  private <K> int day(Map<K, List<OpeningHours>> days, K day, int free) {
    List<OpeningHours> hours = new ArrayList<>();
    int at = free;
    int reach = 0;
    while (at < OpeningHours.DAY - step && hours.size() < 3 && random.nextInt(4) > 0) {
      int from = at + step * random.nextInt((OpeningHours.DAY - at) / step);
      int lasts = step * (1 + random.nextInt(10 * 3600 / step));
      // Sunday's last hours must leave Monday's alone.
      boolean mayPassMidnight =
          day != DayOfWeek.SUNDAY && from + lasts < OpeningHours.DAY + 4 * 3600;
      int to = mayPassMidnight ? from + lasts : Math.min(OpeningHours.DAY, from + lasts);
      hours.add(new OpeningHours(from, to > OpeningHours.DAY ? to - OpeningHours.DAY : to));
      reach = Math.max(0, to - OpeningHours.DAY);
      at = to;
    }
    days.put(day, hours);
    return reach;
  }
}
