package dev.baton.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarShiftsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void aNightShiftComesBackOnTheWallClockOfItsZone() {
    assertThat(
            read(
                """
                DTSTART;TZID=Europe/Berlin:20260327T220000
                DTEND;TZID=Europe/Berlin:20260328T060000
                RRULE:FREQ=DAILY;COUNT=3
                """))
        .containsExactly(
            "2026-03-27T21:00:00Z/2026-03-28T05:00:00Z",
            "2026-03-28T21:00:00Z/2026-03-29T04:00:00Z",
            "2026-03-29T20:00:00Z/2026-03-30T04:00:00Z");
  }

  @Test
  void timesWithoutAZoneAreInTheZoneGivenAndOthersInUtc() {
    assertThat(read("DTSTART:20260504T090000\nDURATION:PT8H\n"))
        .containsExactly("2026-05-04T07:00:00Z/2026-05-04T15:00:00Z");
    assertThat(read("DTSTART:20260504T090000Z\nDURATION:PT8H\n"))
        .containsExactly("2026-05-04T09:00:00Z/2026-05-04T17:00:00Z");
  }

  @Test
  void everyOtherWeekUntilADayWithoutWhatIsExcepted() {
    assertThat(
            read(
                """
                DTSTART;TZID=Europe/Berlin:20260504T090000
                DTEND;TZID=Europe/Berlin:20260504T120000
                RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;UNTIL=20260602T070000Z
                EXDATE;TZID=Europe/Berlin:20260518T090000
                RDATE;TZID=Europe/Berlin:20260510T090000
                """))
        .extracting(shift -> shift.substring(0, 10))
        .containsExactly(
            "2026-05-04", "2026-05-05", "2026-05-10", "2026-05-19", "2026-06-01", "2026-06-02");
  }

  @Test
  void aRecurrenceMayBeMovedOrCancelled() {
    List<String> shifts =
        read(
            """
            DTSTART:20260504T090000Z
            DTEND:20260504T120000Z
            RRULE:FREQ=DAILY;COUNT=3
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID:20260505T090000Z
            DTSTART:20260505T140000Z
            DTEND:20260505T150000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:1
            RECURRENCE-ID:20260506T090000Z
            STATUS:CANCELLED
            DTSTART:20260506T090000Z
            DTEND:20260506T120000Z
            """);

    assertThat(shifts)
        .containsExactly(
            "2026-05-04T09:00:00Z/2026-05-04T12:00:00Z",
            "2026-05-05T14:00:00Z/2026-05-05T15:00:00Z");
  }

  @Test
  void anEventWithoutAnEndIsReadAsFarAsAsked() {
    assertThat(read("DTSTART:20200101T090000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1\n"))
        .hasSize(12)
        .startsWith("2026-01-01T09:00:00Z/2026-01-01T10:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;VALUE=DATE:20260504\\nDURATION:PT8H | all-day event",
        "DTSTART:20260504T090000 | it lasts PT0S",
        "DTSTART:20260504T090000\\nDTEND:20260504T080000 | it lasts PT-1H",
        "SUMMARY:Nothing | no DTSTART",
        "DTSTART:tomorrow | Line 5: DTSTART",
      })
  void whatCannotBeReadIsRefusedWithItsLine(String event, String reason) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> read(event.replace("\\n", "\n") + "\n"))
        .withMessageContaining("Line ")
        .withMessageContaining(reason);
  }

  @Test
  void anUnknownZoneIsRefused() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> read("DTSTART;TZID=Nowhere:20260504T090000\nDURATION:PT8H\n"))
        .withMessageContaining("Nowhere");
  }

  @Test
  void whatIsNoCalendarIsRefused() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> ICalendarShifts.read("Hello", BERLIN, EARLIEST, LATEST))
        .withMessageContaining("Line 1");
  }

  private static List<String> read(String event) {
    String text =
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n"
            + event
            + "END:VEVENT\nEND:VCALENDAR\n";
    return ICalendarShifts.read(text.replace("\n", "\r\n"), BERLIN, EARLIEST, LATEST).stream()
        .map(shift -> shift.from() + "/" + shift.to())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "FREQ=DAILY;COUNT=2000000000"})
  void rulesThatRepeatTooOftenAreRefused(String rule) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> read("DTSTART:20260504T090000Z\nDURATION:PT1M\nRRULE:" + rule + "\n"))
        .withMessageContaining("RRULE:" + rule);
  }

  @Test
  void aRuleThatNeverComesTrueGivesNoShift() {
    assertThat(
            read(
                "DTSTART:20260504T090000Z\nDURATION:PT1H\n"
                    + "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n"))
        .hasSizeLessThan(2);
  }
}
