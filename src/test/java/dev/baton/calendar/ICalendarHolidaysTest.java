package dev.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Closed days out of iCalendar files. */
class ICalendarHolidaysTest {

  @Test
  void readsDaysThatLastAndDaysThatComeAgain() throws IOException {
    Map<LocalDate, String> days = example();

    assertThat(days)
        .containsEntry(LocalDate.of(2026, 12, 24), "Christmas Eve")
        .containsEntry(LocalDate.of(2060, 12, 24), "Christmas Eve")
        .containsEntry(LocalDate.of(2026, 8, 3), "Works holiday, first half")
        .containsEntry(LocalDate.of(2026, 8, 7), "Works holiday, first half")
        .containsEntry(LocalDate.of(2026, 5, 15), "Bridge day, Anniversary")
        .containsEntry(LocalDate.of(2028, 5, 15), "Anniversary")
        .doesNotContainKeys(
            LocalDate.of(2026, 8, 8),
            LocalDate.of(2027, 12, 24),
            LocalDate.of(2061, 12, 24),
            LocalDate.of(2029, 5, 15),
            LocalDate.of(2026, 7, 1));
    assertThat(days.keySet()).allMatch(day -> day.getYear() >= 1990 && day.getYear() <= 2060);
  }

  @Test
  void readsTheSameInEveryZone() throws IOException {
    Map<LocalDate, String> here = example();
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : new String[] {"Pacific/Kiritimati", "America/Los_Angeles"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(example()).as(zone).isEqualTo(here);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void saysOnWhichLineItStopped() {
    refused("hello", "Line 1: no iCalendar file");
    refused(calendar("DTSTART:20261224T100000"), "Line 3: the event has a time of day");
    refused(calendar("SUMMARY:When?"), "Line 3: the event has no DTSTART");
    refused(calendar("DTSTART;VALUE=DATE:someday"), "Line 4: DTSTART");
    refused(
        calendar("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261223"),
        "Line 3: the event ends on 2026-12-23, before it starts");
  }

  private static Map<LocalDate, String> example() throws IOException {
    try (InputStream file =
        ICalendarHolidaysTest.class.getResourceAsStream("/calendar/closed-days.ics")) {
      return ICalendarHolidays.read(file);
    }
  }

  private static String calendar(String event) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        .formatted(event);
  }

  private static void refused(String text, String message) {
    InputStream file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ICalendarHolidays.read(file))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageStartingWith(message);
  }
}
