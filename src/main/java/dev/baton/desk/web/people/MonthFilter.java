package dev.baton.desk.web.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which month of which team is shown. Invalid values are ignored.
 *
 * @param team its code, or {@link dev.baton.staff.rota.DutyList#NO_TEAM}
 * @param page from 0
 */
record MonthFilter(String team, YearMonth month, int page) {

  static final int ON_A_PAGE = 50;

  static MonthFilter of(Map<String, String> given, String team, LocalDate today) {
    return new MonthFilter(
        team, month(given.get("month"), YearMonth.from(today)), DutyFilter.page(given));
  }

  private static YearMonth month(String given, YearMonth today) {
    try {
      YearMonth month = given == null ? today : YearMonth.parse(given.strip());
      return WeekFilter.isShown(month.getYear()) ? month : today;
    } catch (DateTimeException unreadable) {
      return today;
    }
  }

  List<LocalDate> days() {
    return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
  }

  Instant from(ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  Instant to(ZoneId zone) {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }

  MonthFilter monthsLater(int months) {
    return new MonthFilter(team, month.plusMonths(months), page);
  }

  MonthFilter atPage(int other) {
    return new MonthFilter(team, month, other);
  }

  /** The URL that leads to it. */
  String link() {
    UriComponentsBuilder url =
        UriComponentsBuilder.fromPath("/desk/people/month")
            .queryParam("team", "{team}")
            .queryParam("month", month);
    if (page > 0) {
      url.queryParam("page", page);
    }
    return url.encode().buildAndExpand(team).toString();
  }
}
