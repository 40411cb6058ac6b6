package dev.baton.admin.web.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A calendar as fields of a form. Dates before today are not among them: they stay as they are, so
 * that the form holds what can still be planned.
 *
 * @param stored the version that the form began with; null for none
 */
record CalendarFields(CalendarDefinition stored, LocalDate today) {

  static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
  static final int LONGEST_NAME = 64;
  private static final int LONGEST_DAY_NAME = 200;

  /** The form holds two fields of each, and the server drops what exceeds a thousand fields. */
  private static final int MOST_CLOSED = 350;

  private static final int YEARS_AHEAD = 3;
  private static final List<OpeningHours> OFFICE_HOURS =
      List.of(new OpeningHours(8 * 3600, 17 * 3600));

  /** What a new one begins with: office hours. */
  static FormValues initial(ZoneId zone) {
    FormValues form = new FormValues().with("zone", zone);
    for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
      HoursFields.write(form, day.name(), OFFICE_HOURS);
    }
    return form;
  }

  FormValues write() {
    FormValues form = new FormValues();
    if (stored == null) {
      return form;
    }
    form.with("name", stored.name()).with("zone", stored.zone());
    HolidayRegion region = stored.holidays();
    if (region != null) {
      form.with("country", region.country())
          .with("region", String.join("-", region.regions()).toUpperCase(Locale.ROOT));
    }
    stored.week().forEach((day, hours) -> HoursFields.write(form, day.name(), hours));
    addClosed(form, stored.closed());
    int row = 0;
    for (Map.Entry<LocalDate, List<OpeningHours>> day : stored.special().entrySet()) {
      if (!isPast(day.getKey())) {
        form.with("special." + row + ".date", day.getKey());
        HoursFields.write(form, "special." + row++, day.getValue());
      }
    }
    return form;
  }

  private void addClosed(FormValues form, Map<LocalDate, String> days) {
    Map<String, Integer> rows = closedRows(form);
    int next = form.next("closed");
    for (Map.Entry<LocalDate, String> day : days.entrySet()) {
      if (!isPast(day.getKey())) {
        Integer known = rows.get(day.getKey().toString());
        int row = known == null ? next++ : known;
        form.with("closed." + row + ".date", day.getKey());
        form.with("closed." + row + ".name", day.getValue());
      }
    }
  }

  private static Map<String, Integer> closedRows(FormValues form) {
    Map<String, Integer> rows = new TreeMap<>();
    form.rows("closed").forEach(row -> rows.put(form.get("closed." + row + ".date"), row));
    return rows;
  }

  /**
   * Adds the days of the next years to those that are in the form; a date that is there already
   * takes the new name. Returns how many they are; where the form cannot hold them, it stays as it
   * is and has a problem.
   */
  int importClosed(FormValues form, Map<LocalDate, String> days, FormProblems problems) {
    Map<LocalDate, String> ahead =
        new TreeMap<>(days).subMap(today, true, today.plusYears(YEARS_AHEAD), false);
    Set<String> rows = new HashSet<>(closedRows(form).keySet());
    ahead.keySet().forEach(day -> rows.add(day.toString()));
    if (rows.size() > MOST_CLOSED) {
      problems.about("ics-file", "refused.calendar.fileDays", rows.size(), MOST_CLOSED);
    } else {
      addClosed(form, ahead);
    }
    return ahead.size();
  }

  CalendarDefinition read(String name, FormValues form, FormProblems problems) {
    if (name.length() > LONGEST_NAME || !name.matches(NAME)) {
      problems.about("name", "refused.agreement.name");
    }
    Map<DayOfWeek, List<OpeningHours>> week = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<OpeningHours> before = stored == null ? List.of() : hours(stored.week().get(day));
      List<OpeningHours> hours = HoursFields.read(form, day.name(), before, problems);
      if (!hours.isEmpty() || (stored != null && stored.week().containsKey(day))) {
        week.put(day, hours);
      }
    }
    return new CalendarDefinition(
        name.isEmpty() ? "-" : name,
        zone(form, problems),
        week,
        region(form, problems),
        closed(form, problems),
        special(form, problems));
  }

  /**
   * Days that are over.
   *
   * @param unnamed stands for a closed day without a name
   */
  Map<LocalDate, String> past(String unnamed) {
    Map<LocalDate, String> days = new TreeMap<>();
    if (stored != null) {
      stored
          .closed()
          .forEach((date, called) -> addPast(days, date, called.isEmpty() ? unnamed : called));
      stored.special().forEach((date, hours) -> addPast(days, date, words(hours)));
    }
    return days;
  }

  private void addPast(Map<LocalDate, String> days, LocalDate date, String words) {
    if (isPast(date)) {
      days.merge(date, words, (one, other) -> one + ", " + other);
    }
  }

  private static ZoneId zone(FormValues form, FormProblems problems) {
    String name = form.get("zone");
    try {
      return CalendarDefinition.zoneNamed(name);
    } catch (IllegalArgumentException unknown) {
      problems.about("zone", "refused.zone");
      return ZoneId.of("UTC");
    }
  }

  private HolidayRegion region(FormValues form, FormProblems problems) {
    String country = form.text("country");
    String region = form.text("region");
    if (country == null) {
      if (region != null) {
        problems.about("country", "refused.calendar.holidays");
      }
      return null;
    }
    HolidayRegion chosen =
        new HolidayRegion(country, region == null ? List.of() : List.of(region.split("-")));
    HolidayRegion before = stored == null ? null : stored.holidays();
    return before != null && before.toString().equals(chosen.toString()) ? before : chosen;
  }

  private Map<LocalDate, String> closed(FormValues form, FormProblems problems) {
    Map<LocalDate, String> days = new TreeMap<>();
    if (stored != null) {
      stored.closed().forEach((date, called) -> addPast(days, date, called));
    }
    Set<LocalDate> given = new HashSet<>();
    for (int row : form.rows("closed")) {
      String field = "closed." + row;
      LocalDate date = date(form, field + ".date", problems);
      String called = form.get(field + ".name");
      if (called.length() > LONGEST_DAY_NAME) {
        problems.about(field + ".name", "refused.longText", LONGEST_DAY_NAME, called.length());
      }
      put(days, given, date, called, field, problems);
    }
    return days;
  }

  private Map<LocalDate, List<OpeningHours>> special(FormValues form, FormProblems problems) {
    Map<LocalDate, List<OpeningHours>> days = new TreeMap<>();
    Map<LocalDate, List<OpeningHours>> known = stored == null ? Map.of() : stored.special();
    known.forEach(
        (date, hours) -> {
          if (isPast(date)) {
            days.put(date, hours);
          }
        });
    Set<LocalDate> given = new HashSet<>();
    for (int row : form.rows("special")) {
      String field = "special." + row;
      LocalDate date = date(form, field + ".date", problems);
      List<OpeningHours> before = date == null ? List.of() : hours(known.get(date));
      List<OpeningHours> hours = HoursFields.read(form, field, before, problems);
      put(days, given, date, hours, field, problems);
    }
    return days;
  }

  /** A day that has become past since the form was opened is still in it, and counts once. */
  private static <V> void put(
      Map<LocalDate, V> days,
      Set<LocalDate> given,
      LocalDate date,
      V value,
      String field,
      FormProblems problems) {
    if (date == null) {
      return;
    }
    days.put(date, value);
    if (!given.add(date)) {
      problems.about(field + ".date", "refused.calendar.twice");
    }
  }

  private static LocalDate date(FormValues form, String field, FormProblems problems) {
    try {
      LocalDate date = LocalDate.parse(form.get(field));
      if (date.getYear() >= 1970 && date.getYear() < 2100) {
        return date;
      }
    } catch (DateTimeParseException unreadable) {
      // said below
    }
    problems.about(field, "refused.calendar.date");
    return null;
  }

  private boolean isPast(LocalDate date) {
    return date.isBefore(today);
  }

  private static List<OpeningHours> hours(List<OpeningHours> known) {
    return known == null ? List.of() : known;
  }

  private static String words(List<OpeningHours> hours) {
    List<String> words = new ArrayList<>();
    hours.forEach(interval -> words.add(interval.toString()));
    return words.isEmpty() ? "–" : String.join(", ", words);
  }
}
