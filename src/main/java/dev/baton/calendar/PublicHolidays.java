package dev.baton.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The public holidays of a region with their names, from jollyday. */
final class PublicHolidays {

  private final HolidayManager manager;
  private final HolidayRegion region;
  private final String[] regions;

  private PublicHolidays(HolidayManager manager, HolidayRegion region) {
    this.manager = manager;
    this.region = region;
    this.regions = region.regions().toArray(String[]::new);
  }

  static PublicHolidays of(HolidayRegion region) {
    SortedSet<String> countries = countries();
    if (!countries.contains(region.country())) {
      throw new InvalidCalendar(
          "Holidays of country '%s' are unknown; accepted: %s"
              .formatted(region.country(), String.join(", ", countries)));
    }
    HolidayManager manager = manager(region.country());
    check(region, manager.getCalendarHierarchy());
    return new PublicHolidays(manager, region);
  }

  /** The codes of the countries, in upper case. */
  static SortedSet<String> countries() {
    SortedSet<String> countries = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    withOurClasses(HolidayManager::getSupportedCalendarCodes)
        .forEach(code -> countries.add(code.toUpperCase(Locale.ROOT)));
    return countries;
  }

  /** A known country with its regions. */
  static CalendarHierarchy hierarchy(String country) {
    return manager(country).getCalendarHierarchy();
  }

  private static HolidayManager manager(String country) {
    return withOurClasses(
        () ->
            HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT))));
  }

  /**
   * The public holidays of a year with their names in that language; observed dates, where they
   * differ from the actual ones.
   */
  Map<LocalDate, String> in(int year, Locale language) {
    Map<LocalDate, String> days = new TreeMap<>();
    // New Year's Day may be observed in the old year.
    for (int reckoned = year - 1; reckoned <= year + 1; reckoned++) {
      for (Holiday holiday : reckoned(reckoned)) {
        if (holiday.getDate().getYear() == year && holiday.getType() != HolidayType.OBSERVANCE) {
          days.merge(holiday.getDate(), holiday.getDescription(language), PublicHolidays::both);
        }
      }
    }
    return days;
  }

  private static String both(String one, String other) {
    if (one.equals(other)) {
      return one;
    }
    return one.compareTo(other) < 0 ? one + ", " + other : other + ", " + one;
  }

  private Set<Holiday> reckoned(int year) {
    try {
      return manager.getHolidays(Year.of(year), regions);
    } catch (DateTimeException e) {
      // The dates of Islamic holidays are not known for all years.
      throw new CalendarRangeExceeded(
          "The public holidays of %s in %d are not known: %s"
              .formatted(region, year, e.getMessage()));
    }
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

  /** Threads of a pool may lack the class loader of the application's jar, which jollyday needs. */
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
