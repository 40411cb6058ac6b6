package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.CalendarRangeExceeded;
import dev.baton.calendar.InvalidCalendar;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.web.text.LocalizableText;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what a schema cannot express about a calendar: overlapping hours, unknown regions. */
final class CalendarValidator {

  private static final Pattern DATE = Pattern.compile("overlap: (\\d{4}-\\d{2}-\\d{2})");
  private static final int MOST_DAYS = 5_000;

  private CalendarValidator() {}

  static void check(CalendarDefinition calendar, String path, Instant now, DefinitionErrors flaws) {
    if (calendar.closed().size() + calendar.special().size() > MOST_DAYS) {
      flaws.about(path + "closed", "has too many days; accepted: at most %d".formatted(MOST_DAYS));
    }
    if (calendar.zone() != null) {
      opensSometime(named(calendar), path, now, flaws);
    }
  }

  /** Given a placeholder name if it has none, so that a missing name does not hide other errors. */
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
      String field = field(e.getMessage());
      flaws.about(path + field, e.getMessage(), text(field, e.getMessage()));
    } catch (CalendarRangeExceeded e) {
      flaws.about(
          path + "week",
          e.getMessage() + "; accepted: hours on at least one future day",
          LocalizableText.of("refused.calendar.closed"));
    }
  }

  private static LocalizableText text(String field, String message) {
    if (field.equals("holidays")) {
      return LocalizableText.of("refused.calendar.holidays");
    }
    return LocalizableText.of(
        message.contains("overlap: ") ? "refused.calendar.overlap" : "refused.calendar.closed");
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
