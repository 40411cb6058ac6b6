package dev.baton.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One case of working-time arithmetic out of another library's tests, put to our calendar. Answers
 * are written as the case writes what it expects: a date, an instant, a number, true or false.
 */
final class Vector {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "hours", Duration.ofHours(1),
          "minutes", Duration.ofMinutes(1),
          "seconds", Duration.ofSeconds(1),
          "milliseconds", Duration.ofMillis(1));
  private static final Duration INSTANT = Duration.ofNanos(1);

  private final JsonNode json;
  private final WorkingCalendar calendar;

  Vector(JsonNode json) {
    this.json = json;
    this.calendar = calendar(json);
  }

  String id() {
    return json.path("id").asText();
  }

  boolean hasOneAnswer() {
    return json.path("reference_agrees").asBoolean();
  }

  String operation() {
    return json.path("op").asText();
  }

  String expected() {
    return json.path("expected").asText();
  }

  private boolean inWholeDays() {
    return operation().equals("add_days") || json.path("duration").has("days");
  }

  /**
   * Whether it expects the opening after our answer, which is a closing: due at the next opening.
   */
  boolean expectsTheOpeningAfterOurClosing() {
    if (!operation().startsWith("add") || inWholeDays()) {
      return false;
    }
    Instant ours = added();
    return calendar.nextClosing(ours.minus(INSTANT)).equals(ours)
        && written(calendar.nextOpening(ours.minus(INSTANT))).equals(expected());
  }

  /** Whether it expects the closing before our answer, which is an opening. */
  boolean expectsTheClosingBeforeOurOpening() {
    if (!operation().equals("subtract") && !operation().startsWith("add") || inWholeDays()) {
      return false;
    }
    Instant ours = added();
    return !calendar.isOpen(ours.minus(INSTANT))
        && calendar.isOpen(ours)
        && written(lastWorked(ours)).equals(expected());
  }

  /** Whether its days end a millisecond before midnight, where ours end at 24:00. */
  boolean endsTheDayBeforeMidnight() {
    String lastMillisecond = "23:59:59.999Z";
    if (!operation().equals("advance_to_closing_time")) {
      return false;
    }
    Instant start = instant("start");
    Instant theirs = expected().endsWith(lastMillisecond) ? Instant.parse(expected()) : start;
    return theirs.toString().endsWith(lastMillisecond)
        && calendar.nextClosing(start).equals(theirs.plusMillis(1));
  }

  /** Whether the next working day after a start on a free one counts as the first, one earlier. */
  boolean countsTheFirstWorkingDayAfterAFreeStart() {
    if (!inWholeDays() || calendar.isWorkingDay(instant("start"))) {
      return false;
    }
    Instant ours = added();
    int nearer = ours.isAfter(instant("start")) ? -1 : 1;
    return written(calendar.addWorkingDays(ours, nearer)).equals(expected());
  }

  String answer() {
    return switch (operation()) {
      case "add", "subtract", "add_seconds", "add_minutes", "add_hours", "add_days" ->
          written(added());
      case "advance_to_working_time" -> written(nextWorked(instant("start")));
      case "return_to_working_time" -> written(lastWorked(instant("start")));
      case "next_working_time" -> written(calendar.nextOpening(instant("start")));
      case "advance_to_closing_time" -> written(calendar.nextClosing(instant("start")));
      case "in_working_hours?" -> String.valueOf(calendar.isOpen(instant("start")));
      case "working_day?" -> String.valueOf(calendar.isWorkingDay(instant("start")));
      case "working_days_between" ->
          String.valueOf(calendar.workingDaysBetween(instant("start"), instant("end")));
      case "working_seconds_between" ->
          String.valueOf(rounded(calendar.between(instant("start"), instant("end"))));
      case "diff" -> days(calendar.between(instant("b"), instant("a")));
      default -> "unknown operation " + operation();
    };
  }

  private Instant added() {
    Instant start = instant("start");
    int sign = operation().equals("subtract") ? -1 : 1;
    Duration time = Duration.ZERO;
    int days = json.path("days").asInt();
    for (var unit : UNITS.entrySet()) {
      time = time.plus(times(unit.getValue(), json.path(unit.getKey()).asDouble()));
      time =
          time.plus(times(unit.getValue(), json.path("duration").path(unit.getKey()).asDouble()));
    }
    days += json.path("duration").path("days").asInt();
    return calendar.add(calendar.addWorkingDays(start, sign * days), time.multipliedBy(sign));
  }

  private static Duration times(Duration unit, double count) {
    return Duration.ofNanos(Math.round(unit.toNanos() * count));
  }

  /** The instant itself while open, else the next opening. */
  private Instant nextWorked(Instant at) {
    return calendar.isOpen(at) ? at : calendar.nextOpening(at);
  }

  /** The instant itself while open or at a closing, else the closing before. */
  private Instant lastWorked(Instant at) {
    return calendar.subtract(at, INSTANT).plus(INSTANT);
  }

  /** Half away from zero, as those libraries give whole seconds. */
  private static long rounded(Duration time) {
    long half = Duration.ofMillis(500).toNanos();
    return time.isNegative()
        ? -time.negated().plusNanos(half).toSeconds()
        : time.plusNanos(half).toSeconds();
  }

  private String days(Duration worked) {
    double days =
        (double) worked.toSeconds()
            / calendar.definition().week().get(DayOfWeek.MONDAY).stream()
                .mapToInt(OpeningHours::length)
                .sum();
    return String.valueOf(json.path("fractional").asBoolean() ? days : (double) (long) days);
  }

  private String written(Instant ours) {
    LocalDateTime local = LocalDateTime.ofInstant(ours, calendar.zone());
    String form = expected();
    if (form.length() == 10) {
      return local.toLocalDate().toString();
    }
    if (form.contains(" ")) {
      return local.format(MILLIS);
    }
    boolean fraction = form.contains(".");
    Instant shown = fraction ? ours : ours.plusMillis(500).with(ChronoField.NANO_OF_SECOND, 0);
    return form.endsWith("Z")
        ? shown.toString()
        : LocalDateTime.ofInstant(shown, calendar.zone()).toString();
  }

  private Instant instant(String field) {
    String text = json.path(field).asText();
    if (text.endsWith("Z")) {
      return Instant.parse(text);
    }
    LocalDateTime local =
        text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    return local.atZone(calendar.zone()).toInstant();
  }

  private static WorkingCalendar calendar(JsonNode json) {
    String zone = json.path("tz").asText("(wall clock)");
    Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
      week.put(day, hours(json.path("schedule").path(name)));
    }
    Map<LocalDate, String> closed = new TreeMap<>();
    json.path("holidays").forEach(date -> closed.put(LocalDate.parse(date.asText()), "holiday"));
    Map<LocalDate, List<OpeningHours>> special = new TreeMap<>();
    json.path("special_hours")
        .properties()
        .forEach(day -> special.put(LocalDate.parse(day.getKey()), hours(day.getValue())));
    return WorkingCalendar.of(
        new CalendarDefinition(
            json.path("id").asText(),
            zone.startsWith("(") ? ZoneOffset.UTC : ZoneId.of(zone),
            week,
            null,
            closed,
            special));
  }

  private static List<OpeningHours> hours(JsonNode intervals) {
    List<OpeningHours> hours = new ArrayList<>();
    for (JsonNode interval : intervals) {
      hours.add(
          new OpeningHours(second(interval.get(0).asText()), second(interval.get(1).asText())));
    }
    return hours;
  }

  private static int second(String time) {
    return time.startsWith("24:") ? OpeningHours.DAY : LocalTime.parse(time).toSecondOfDay();
  }
}
