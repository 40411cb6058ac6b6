package dev.baton.desk.web.people;

import dev.baton.staff.rota.RotaPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Cuts stretches of time into days of a time zone. */
final class DayParts {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final Duration DAY = Duration.ofDays(1);

  private final ZoneId zone;

  DayParts(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What of a stretch lies on a day.
   *
   * @param words such as {@code 22:00–24:00}
   */
  record Part(Instant from, Instant to, String words, boolean isWholeDay) {}

  Optional<Part> on(LocalDate day, Instant from, Instant to) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    Instant first = from.isAfter(begin) ? from : begin;
    Instant last = to.isBefore(end) ? to : end;
    if (!first.isBefore(last)) {
      return Optional.empty();
    }
    return Optional.of(
        new Part(first, last, time(first, last, zone), first.equals(begin) && last.equals(end)));
  }

  /** Longer than a day: such a stretch is shown, and changed, day by day. */
  static boolean isLong(RotaPeriod period) {
    return Duration.between(period.from(), period.to()).compareTo(DAY) > 0;
  }

  /** Such as {@code 22:00–06:00}; an end at midnight is 24:00. */
  static String time(Instant from, Instant to, ZoneId zone) {
    String end = TIME.format(to.atZone(zone));
    return TIME.format(from.atZone(zone)) + "–" + (end.equals("00:00") ? "24:00" : end);
  }

  /** Periods of one person that are alike and touch become one; in the order of their start. */
  static List<RotaPeriod> merged(List<RotaPeriod> periods) {
    Map<String, RotaPeriod> last = new LinkedHashMap<>();
    List<RotaPeriod> merged = new ArrayList<>();
    for (RotaPeriod period : periods) {
      RotaPeriod before = last.get(period.login());
      RotaPeriod now = period;
      if (before != null
          && before.to().equals(period.from())
          && before.kind() == period.kind()
          && Objects.equals(before.absence(), period.absence())) {
        merged.remove(before);
        now =
            new RotaPeriod(
                period.login(),
                period.name(),
                period.team(),
                before.from(),
                period.to(),
                period.kind(),
                period.absence());
      }
      merged.add(now);
      last.put(period.login(), now);
    }
    return merged;
  }
}
