package dev.baton.desk.web.people;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.CalendarSpan.SpanKind;
import dev.baton.calendar.WorkingCalendar;
import dev.baton.sla.agreement.PublishedCalendars;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The days on which a team is closed by its calendar; at weekends if it has none. */
@Component
class ClosedDays {

  private final StaffDirectory staff;
  private final PublishedCalendars calendars;

  ClosedDays(StaffDirectory staff, PublishedCalendars calendars) {
    this.staff = staff;
    this.calendars = calendars;
  }

  /**
   * Whether a day is closed, and its name.
   *
   * @param name of the public holiday or the closed day, or null; also on a holiday that is worked
   */
  record ClosedDay(boolean closed, String name) {}

  /** One for each of the days. */
  List<ClosedDay> of(String team, List<LocalDate> days, Locale language) {
    Optional<WorkingCalendar> calendar =
        staff.team(team).map(TeamView::hours).flatMap(calendars::newest);
    return days.stream()
        .map(
            day ->
                calendar
                    .map(known -> of(known, day, language))
                    .orElseGet(() -> new ClosedDay(isWeekend(day), null)))
        .toList();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static ClosedDay of(WorkingCalendar calendar, LocalDate day, Locale language) {
    List<CalendarSpan> spans =
        calendar.spans(
            day.atStartOfDay(calendar.zone()).toInstant(),
            day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    boolean isOpen = spans.stream().anyMatch(span -> span.kind() == SpanKind.OPEN);
    String name =
        spans.stream()
            .filter(span -> span.name() != null)
            .findFirst()
            .map(
                span ->
                    span.kind() == SpanKind.HOLIDAY
                        ? calendar.holiday(span, language)
                        : span.name())
            .orElse(null);
    return new ClosedDay(!isOpen, name);
  }
}
