package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarRangeExceeded;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a calendar must be to be published. */
final class CalendarValidator {

  private static final Pattern DATE = Pattern.compile("overlap: (\\d{4}-\\d{2}-\\d{2})");
  private static final int MOST_DAYS = 5_000;
  private static final int LONGEST_NAME = 200;

  private CalendarValidator() {}

  static void check(CalendarDefinition calendar, String path, Instant now, DefinitionErrors flaws) {
    NameValidator.check(calendar.name(), path + "name", flaws);
    flaws.aboutMissing(path + "zone", calendar.zone(), "a zone such as Europe/Berlin, or UTC");
    if (calendar.closed().size() + calendar.special().size() > MOST_DAYS) {
      flaws.about(path + "closed", "has too many days; accepted: at most %d".formatted(MOST_DAYS));
    }
    calendar
        .closed()
        .forEach(
            (day, name) -> {
              if (name.length() > LONGEST_NAME) {
                flaws.about(
                    path + "closed." + day,
                    "is too long a name; accepted: at most %d characters".formatted(LONGEST_NAME));
              }
            });
    if (calendar.zone() != null) {
      opensSometime(named(calendar), path, now, flaws);
    }
  }

  /** With some name, so that a flaw of the name does not hide the others. */
  private static CalendarDefinition named(CalendarDefinition calendar) {
    return calendar.name() != null && !calendar.name().isBlank()
        ? calendar
        : new CalendarDefinition(
            "-",
            calendar.zone(),
            calendar.week(),
            calendar.holidays(),
            calendar.closed(),
            calendar.special());
  }

  private static void opensSometime(
      CalendarDefinition calendar, String path, Instant now, DefinitionErrors flaws) {
    try {
      WorkingCalendar.of(calendar).add(now, Duration.ofMinutes(1));
    } catch (InvalidCalendar e) {
      flaws.about(path + field(e.getMessage()), e.getMessage());
    } catch (CalendarRangeExceeded e) {
      flaws.about(path + "week", e.getMessage() + "; accepted: hours on some day to come");
    }
  }

  private static String field(String message) {
    Matcher date = DATE.matcher(message);
    if (date.find()) {
      return "special." + date.group(1);
    }
    Map<String, String> byBeginning = Map.of("Holidays of", "holidays", "Region '", "holidays");
    return byBeginning.entrySet().stream()
        .filter(known -> message.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("week");
  }
}
