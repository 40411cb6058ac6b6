package dev.baton.desk.web.people;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which week of which team is shown. Invalid values are ignored.
 *
 * @param team its code, or {@link dev.baton.staff.rota.DutyList#NO_TEAM}
 * @param monday its first day
 * @param page from 0
 */
record WeekFilter(String team, LocalDate monday, int page) {

  static final int ON_A_PAGE = 50;
  static final int DAYS = 7;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  static WeekFilter of(Map<String, String> given, String team, LocalDate today) {
    return new WeekFilter(team, mondayOf(day(given.get("week"), today)), DutyFilter.page(given));
  }

  /** The day that a URL names, or today. */
  static LocalDate day(String given, LocalDate today) {
    try {
      LocalDate day = given == null ? today : LocalDate.parse(given.strip());
      return isShown(day.getYear()) ? day : today;
    } catch (DateTimeException unreadable) {
      return today;
    }
  }

  static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Whether the calendars show this year. */
  static boolean isShown(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  Instant from(ZoneId zone) {
    return day(0).atStartOfDay(zone).toInstant();
  }

  Instant to(ZoneId zone) {
    return day(DAYS).atStartOfDay(zone).toInstant();
  }

  LocalDate day(int index) {
    return monday.plusDays(index);
  }

  WeekFilter weeksLater(int weeks) {
    return new WeekFilter(team, monday.plusWeeks(weeks), page);
  }

  WeekFilter atPage(int other) {
    return new WeekFilter(team, monday, other);
  }

  /** The URL that leads to it. */
  String link() {
    UriComponentsBuilder url =
        UriComponentsBuilder.fromPath("/desk/people/week")
            .queryParam("team", "{team}")
            .queryParam("week", monday);
    if (page > 0) {
      url.queryParam("page", page);
    }
    return url.encode().buildAndExpand(team).toString();
  }
}
