package dev.baton.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The public holidays of a region, with their English names, as jollyday knows them. */
final class PublicHolidays {

  private final HolidayManager manager;
  private final String[] regions;

  private PublicHolidays(HolidayManager manager, List<String> regions) {
    this.manager = manager;
    this.regions = regions.toArray(String[]::new);
  }

  static PublicHolidays of(HolidayRegion region) {
    TreeSet<String> countries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    countries.addAll(withOurClasses(HolidayManager::getSupportedCalendarCodes));
    if (!countries.contains(region.country())) {
      throw new InvalidCalendar(
          "Holidays of country '%s' are unknown; accepted: %s"
              .formatted(region.country(), String.join(", ", countries)));
    }
    HolidayManager manager =
        withOurClasses(
            () ->
                HolidayManager.getInstance(
                    ManagerParameters.create(region.country().toLowerCase(Locale.ROOT))));
    check(region, manager.getCalendarHierarchy());
    return new PublicHolidays(manager, region.regions());
  }

  /** The days of a year on which the region rests; observed days, where those are other ones. */
  Map<LocalDate, String> in(int year) {
    Map<LocalDate, String> days = new TreeMap<>();
    for (Holiday holiday : manager.getHolidays(Year.of(year), regions)) {
      if (holiday.getType() != HolidayType.OBSERVANCE) {
        days.merge(
            holiday.getDate(),
            holiday.getDescription(Locale.ENGLISH),
            (one, other) -> one.compareTo(other) <= 0 ? one + ", " + other : other + ", " + one);
      }
    }
    return days;
  }

  private static void check(HolidayRegion region, CalendarHierarchy country) {
    CalendarHierarchy at = country;
    for (String step : region.regions()) {
      Map<String, CalendarHierarchy> below = at.getChildren();
      at = below.get(step);
      if (at == null) {
        throw new InvalidCalendar(
            "Region '%s' of %s is unknown; accepted: %s"
                .formatted(
                    step,
                    region,
                    below.isEmpty() ? "none" : String.join(", ", new TreeSet<>(below.keySet()))));
      }
    }
  }

  /** Threads of a pool may not see the classes of the program's jar, where jollyday looks. */
  private static <T> T withOurClasses(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
