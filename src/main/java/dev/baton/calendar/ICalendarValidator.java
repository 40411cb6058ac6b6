package dev.baton.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Limits what an iCalendar file may contain. They are checked on the text before it is parsed,
 * because the parser itself expands the rules of time zones. Rules may recur daily at most; length,
 * events, depth, lists and years are limited.
 */
public final class ICalendarValidator {

  /** The most recurrences of an event, and the most shifts or days of a file. */
  public static final int MOST = 20_000;

  private static final int LONGEST = 2_000_000;
  private static final int LONGEST_LINE = 100_000;
  private static final int LONGEST_RULE = 2_000;
  private static final int DEEPEST = 10;
  private static final int MOST_OF_ZONES = 200;
  private static final int MOST_TIMES_A_DAY = 24;
  private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
  private static final Set<String> DATES =
      Set.of("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID");

  private final String[] lines;
  private int depth;
  private int events;
  private int dates;
  private int ofZones;
  private boolean inZone;
  private String event = "";

  private ICalendarValidator(String text) {
    this.lines = text.split("\r\n|\r|\n", -1);
  }

  /**
   * @throws InvalidCalendar with the line that exceeds a limit
   */
  public static void check(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidCalendar(
          "The iCalendar file is too long; accepted: up to %,d characters".formatted(LONGEST));
    }
    new ICalendarValidator(text).check();
  }

  private void check() {
    int at = 0;
    while (at < lines.length) {
      int first = at;
      StringBuilder line = new StringBuilder(lines[at++]);
      while (at < lines.length && (lines[at].startsWith(" ") || lines[at].startsWith("\t"))) {
        line.append(lines[at++], 1, lines[at - 1].length());
      }
      if (line.length() > LONGEST_LINE) {
        throw at(first, "a line of more than %,d characters".formatted(LONGEST_LINE));
      }
      property(line.toString(), first);
    }
  }

  private void property(String line, int at) {
    int colon = colon(line);
    if (colon < 0) {
      return;
    }
    String name = line.substring(0, colon).split(";", 2)[0].strip().toUpperCase(Locale.ROOT);
    name = name.substring(name.lastIndexOf('.') + 1);
    String value = line.substring(colon + 1).strip();
    switch (name) {
      case "BEGIN" -> begin(value.toUpperCase(Locale.ROOT), at);
      case "END" -> end(value.toUpperCase(Locale.ROOT));
      case "UID" -> event = " (UID %s)".formatted(value.substring(0, Math.min(60, value.length())));
      case "RRULE", "EXRULE" -> rule(name + ":" + value, value, at);
      default -> {
        if (DATES.contains(name)) {
          dates(name, value, at);
        }
      }
    }
  }

  /** The first colon that is not in quotes. */
  private static int colon(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == ':' && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private void begin(String component, int at) {
    event = "";
    inZone |= component.equals("VTIMEZONE");
    events += component.equals("VEVENT") ? 1 : 0;
    ofZones += inZone ? 1 : 0;
    if (++depth > DEEPEST || events > MOST || ofZones > MOST_OF_ZONES) {
      throw at(
          at,
          "too many or too deeply nested components; accepted: %,d events, %d parts of zones"
              .formatted(MOST, MOST_OF_ZONES));
    }
  }

  private void end(String component) {
    depth = Math.max(0, depth - 1);
    inZone &= !component.equals("VTIMEZONE");
  }

  private void dates(String name, String value, int at) {
    String[] all = value.split(",");
    dates += all.length;
    if (dates > 3 * MOST) {
      throw at(at, "%s: too many dates; accepted: %,d".formatted(name, 3 * MOST));
    }
    for (String date : all) {
      boolean written = date.strip().matches("(?s)\\d{8}.*");
      int year = written ? Integer.parseInt(date.strip().substring(0, 4)) : 0;
      if (written && !inZone && (year < 1900 || year > 2200)) {
        throw at(at, "%s: the year %04d; accepted: 1900 to 2200".formatted(name, year));
      }
      if (!written && (date.strip().startsWith("-") || date.strip().startsWith("+"))) {
        throw at(at, "%s is not a date; accepted: one such as 20261224".formatted(name));
      }
    }
  }

  private void rule(String shown, String value, int at) {
    if (value.length() > LONGEST_RULE) {
      throw refused(shown.substring(0, 100) + "…", at, "is too long");
    }
    List<String> parts = Arrays.stream(value.split(";")).map(String::strip).toList();
    String frequency = "";
    int timesADay = 1;
    for (String part : parts) {
      String[] pair = part.split("=", 2);
      String name = pair[0].strip().toUpperCase(Locale.ROOT);
      String given = pair.length < 2 ? "" : pair[1].strip().toUpperCase(Locale.ROOT);
      switch (name) {
        case "FREQ" -> frequency = given;
        case "INTERVAL" -> number(shown, name, given, 1_000, at);
        case "COUNT" -> number(shown, name, given, MOST, at);
        case "BYHOUR", "BYMINUTE", "BYSECOND" -> timesADay *= given.split(",", 100).length;
        default -> {
          // The length of a year limits the number of days, weeks and months.
        }
      }
    }
    if (!FREQUENCIES.contains(frequency) || timesADay > MOST_TIMES_A_DAY) {
      throw refused(
          shown,
          at,
          "repeats more than once a day, or has no FREQ;"
              + " accepted: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, at most 24 times a day");
    }
    if (inZone && !frequency.equals("YEARLY")) {
      throw refused(shown, at, "is in a time zone; accepted in a time zone: FREQ=YEARLY");
    }
  }

  private void number(String shown, String name, String given, int most, int at) {
    boolean sound =
        given.matches("\\d{1,6}")
            && Integer.parseInt(given) >= 1
            && Integer.parseInt(given) <= most;
    if (!sound) {
      throw refused(shown, at, "%s is not 1 to %,d".formatted(name, most));
    }
  }

  private InvalidCalendar refused(String rule, int at, String why) {
    return at(at, "%s %s".formatted(rule, why));
  }

  private InvalidCalendar at(int line, String what) {
    return new InvalidCalendar("Line %d%s: %s".formatted(line + 1, event, what));
  }
}
