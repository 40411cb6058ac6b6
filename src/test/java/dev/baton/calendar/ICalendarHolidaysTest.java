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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=3",
        "FREQ=HOURLY;INTERVAL=24",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;INTERVAL=-1",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
        "COUNT=3"
      })
  void refusesRulesThatRepeatTooOften(String rule) {
    assertThatThrownBy(() -> read(event("DTSTART;VALUE=DATE:20260101\r\nRRULE:" + rule)))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageContaining("Line 5 (UID u1): RRULE:" + rule)
        .hasMessageContaining("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:22000101",
        "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:99991231",
        "DTSTART;VALUE=DATE:00010101",
        "DTSTART;VALUE=DATE:-99990101",
        "DTSTART;VALUE=DATE:20260101\r\nDURATION:P99999999D"
      })
  void refusesEventsOfOtherAgesOrOfManyYears(String event) {
    assertThatThrownBy(() -> read(event(event))).isInstanceOf(InvalidCalendar.class);
  }

  @Test
  void refusesRulesOfZonesThatRepeatMoreThanYearly() {
    String zone =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\n"
            + "DTSTART:16010101T000000\r\nRRULE:FREQ=DAILY\r\nTZOFFSETFROM:+0100\r\n"
            + "TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n";

    assertThatThrownBy(() -> read(zone))
        .hasMessageContaining("accepted in a time zone: FREQ=YEARLY");
  }

  @Test
  void refusesMoreThanItReads() {
    assertThatThrownBy(() -> read("BEGIN:VEVENT\r\n".repeat(11)))
        .hasMessageContaining("too many or too deeply nested components");
    assertThatThrownBy(() -> read("X".repeat(2_000_001))).hasMessageContaining("too long");
    assertThatThrownBy(() -> read("X:a\r\n" + " b\r\n".repeat(110_000)))
        .hasMessageContaining("100,000 characters");
    assertThatThrownBy(
            () ->
                read(
                    event(
                        "DTSTART;VALUE=DATE:20260101\r\nRDATE;VALUE=DATE:"
                            + "20260101,".repeat(10_000)
                            + "\r\nEXDATE;VALUE=DATE:"
                            + "20260101,".repeat(10_000)
                            + ("\r\nEXDATE;VALUE=DATE:" + "20260101,".repeat(10_000)).repeat(5))))
        .hasMessageContaining("too many dates");
  }

  /** Rules that never come true must not be looked for without end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=7",
        "FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=366",
        "FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29"
      })
  void endsWithRulesThatNeverComeTrue(String rule) {
    assertThat(read(event("DTSTART;VALUE=DATE:20260101\r\nRRULE:" + rule)).size())
        .isLessThan(ICalendarValidator.MOST);
  }

  private static String event(String lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u1\r\n"
        + lines.replaceFirst("^(DTSTART[^\r]*)\r\n(RRULE.*)$", "$2\r\n$1")
        + "\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  private static Map<LocalDate, String> read(String text) {
    return ICalendarHolidays.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
