package dev.baton.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses dates in headers: RFC 5322, its predecessors, C and ISO 8601; UTC if no zone is given. */
public final class HeaderDates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("MET", 1),
          Map.entry("MEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("MEZ", 1),
          Map.entry("BST", 1),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("JST", 9),
          Map.entry("KST", 9),
          Map.entry("HKT", 8),
          Map.entry("SGT", 8));
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[\\s.-]+([A-Za-z]{3})[a-z]*[.\\s,-]+(\\d{2,4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([A-Za-z]{3})[a-z]*[.\\s]+(\\d{1,2}),?\\s+(?:[\\d:.]+\\s+)?.*?(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[.,]\\d+)?\\s*([AaPp][Mm])?");
  private static final Pattern OFFSET = Pattern.compile("(?:^|\\D)([+-])(\\d{1,2}):?(\\d{2})?\\b");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)\\S*.*");

  /** Anything beyond this is ignored; real dates are far shorter. */
  private static final int MAX_LENGTH = 200;

  private HeaderDates() {}

  /** The instant; null if the date cannot be read. */
  public static Instant parse(String header) {
    String plain = HeaderComments.remove(header).strip();
    String value = plain.substring(0, Math.min(plain.length(), MAX_LENGTH));
    try {
      if (ISO.matcher(value).matches()) {
        return iso(value);
      }
      Matcher day = DAY_FIRST.matcher(value);
      if (day.find()) {
        String rest = value.substring(day.end());
        return at(day.group(3), day.group(2), day.group(1), rest);
      }
      Matcher month = MONTH_FIRST.matcher(value);
      if (month.find()) {
        return at(month.group(3), month.group(1), month.group(2), value);
      }
      return null;
    } catch (DateTimeException | NumberFormatException unreadable) {
      return null;
    }
  }

  private static Instant iso(String value) {
    String tidy = value.replaceFirst(" ", "T").replaceAll("\\s", "");
    try {
      return OffsetDateTime.parse(tidy.replaceAll("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant();
    } catch (DateTimeParseException withoutZone) {
      return LocalDateTime.parse(tidy.substring(0, Math.min(tidy.length(), 19)))
          .toInstant(ZoneOffset.UTC);
    }
  }

  private static Instant at(String year, String month, String day, String rest) {
    int monthIndex = MONTHS.indexOf(month.toLowerCase(Locale.ROOT));
    if (monthIndex < 0) {
      return null;
    }
    int hour = 0;
    int minute = 0;
    int second = 0;
    String zone = rest;
    Matcher time = TIME.matcher(rest);
    if (time.find()) {
      hour = hour(Integer.parseInt(time.group(1)), time.group(4));
      minute = Integer.parseInt(time.group(2));
      second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
      zone = rest.substring(time.end());
    }
    LocalDateTime local =
        LocalDateTime.of(
            fullYear(year), monthIndex + 1, Integer.parseInt(day), hour % 24, minute, second);
    return local.plusDays(hour / 24).toInstant(offset(zone));
  }

  private static int hour(int hour, String half) {
    if (half == null) {
      return hour;
    }
    return hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
  }

  /** RFC 5322, 4.3: two digits below 50 are of this century, three count from 1900. */
  private static int fullYear(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() >= 4) {
      return year;
    }
    return digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
  }

  private static ZoneOffset offset(String rest) {
    Matcher number = OFFSET.matcher(rest);
    if (number.find()) {
      int hours = Integer.parseInt(number.group(2));
      int minutes = number.group(3) == null ? 0 : Integer.parseInt(number.group(3));
      int sign = number.group(1).equals("-") ? -1 : 1;
      boolean valid = hours <= 17 && minutes < 60;
      return valid ? ZoneOffset.ofTotalSeconds(sign * (hours * 60 + minutes) * 60) : ZoneOffset.UTC;
    }
    for (String word : rest.toUpperCase(Locale.ROOT).split("[^A-Z]+")) {
      if (ZONES.containsKey(word)) {
        return ZoneOffset.ofHours(ZONES.get(word));
      }
    }
    return ZoneOffset.UTC;
  }
}
