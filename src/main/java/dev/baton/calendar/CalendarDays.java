package dev.baton.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The opening hours of each date, why it is closed, and the instants of its local times. A local
 * time stands for the first instant at which a clock on the wall shows that time or a later one: if
 * the time is skipped when clocks go forward, it is the moment of the change; if it occurs twice,
 * it is the first occurrence.
 */
final class CalendarDays {

  /** Why a date is closed although its weekday may have hours. */
  record Closure(CalendarSpan.SpanKind kind, @Nullable String name) {}

  private record HolidayYear(int year, Locale language) {}

  private static final Closure OUTSIDE_HOURS =
      new Closure(CalendarSpan.SpanKind.OUTSIDE_HOURS, null);

  private final CalendarDefinition definition;
  private final ZoneRules rules;
  private final Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
  private final @Nullable PublicHolidays holidays;
  private final ConcurrentMap<HolidayYear, Map<LocalDate, String>> holidaysByYear =
      new ConcurrentHashMap<>();

  CalendarDays(CalendarDefinition definition) {
    this.definition = definition;
    this.rules = definition.zone().getRules();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, definition.week().getOrDefault(day, List.of()));
    }
    HolidayRegion region = definition.holidays();
    this.holidays = region == null ? null : PublicHolidays.of(region);
  }

  /** The intervals that open on this date; empty on a closed day. */
  List<OpeningHours> hours(LocalDate date) {
    List<OpeningHours> special = definition.special().get(date);
    if (special != null) {
      return special;
    }
    List<OpeningHours> usual = week.get(date.getDayOfWeek());
    return usual.isEmpty() || closure(date).kind() == CalendarSpan.SpanKind.OUTSIDE_HOURS
        ? usual
        : List.of();
  }

  /** Why this date is closed, outside its opening hours. */
  Closure closure(LocalDate date) {
    List<OpeningHours> special = definition.special().get(date);
    if (special != null && !special.isEmpty()) {
      return OUTSIDE_HOURS;
    }
    String own = definition.closed().get(date);
    if (own != null || special != null) {
      return new Closure(CalendarSpan.SpanKind.CLOSED_DAY, own);
    }
    String holiday = holiday(date, Locale.ENGLISH);
    return holiday == null ? OUTSIDE_HOURS : new Closure(CalendarSpan.SpanKind.HOLIDAY, holiday);
  }

  boolean worked(LocalDate date) {
    return !hours(date).isEmpty();
  }

  /** The epoch second at this many seconds on the wall clock after the date's midnight. */
  long second(LocalDate date, int secondsOn) {
    LocalDate day = date.plusDays(secondsOn / OpeningHours.DAY);
    return instant(day.atStartOfDay().plusSeconds(secondsOn % OpeningHours.DAY)).getEpochSecond();
  }

  /** The instant of a local time; see above for times that are skipped or occur twice. */
  Instant instant(LocalDateTime local) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    return offsets.isEmpty()
        ? rules.getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }

  /** The date of an instant: the last one that has begun. */
  LocalDate date(Instant instant) {
    LocalDate date = local(instant).toLocalDate();
    // If clocks go back across midnight, they show yesterday's date again.
    while (second(date, OpeningHours.DAY) <= instant.getEpochSecond()) {
      date = date.plusDays(1);
    }
    return date;
  }

  LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
  }

  /** The name of the public holiday on this date in a language; null if there is none. */
  @Nullable String holiday(LocalDate date, Locale language) {
    PublicHolidays known = holidays;
    return known == null
        ? null
        : holidaysByYear
            .computeIfAbsent(
                new HolidayYear(date.getYear(), language),
                year -> known.in(year.year(), year.language()))
            .get(date);
  }
}
