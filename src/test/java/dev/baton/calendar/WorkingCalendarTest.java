package dev.baton.calendar;

import static dev.baton.calendar.Calendars.calendar;
import static dev.baton.calendar.Calendars.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a working calendar answers; the many plain examples stand in {@code calendar/*.csv}. */
class WorkingCalendarTest {

  private static final String BERLIN = "Europe/Berlin";
  private static final WorkingCalendar OFFICE = office(BERLIN).open();

  @ParameterizedTest(name = "{0}: {4} plus {5} is {6}")
  @CsvFileSource(resources = "/calendar/due.csv", numLinesToSkip = 1, delimiter = '|')
  void isDueWhereTheExamplesSay(
      String why, String zone, String days, String hours, String start, String target, String due) {
    WorkingCalendar calendar = calendar(zone).on(days, hours.split(",")).open();

    assertThat(Target.parse(target).dueFrom(Instant.parse(start), calendar))
        .as(why)
        .isEqualTo(Instant.parse(due));
  }

  @ParameterizedTest(name = "{0}: {4} to {5} is {6}")
  @CsvFileSource(resources = "/calendar/between.csv", numLinesToSkip = 1, delimiter = '|')
  void countsWhatLiesBetween(
      String why, String zone, String days, String hours, String from, String to, String time) {
    WorkingCalendar calendar = calendar(zone).on(days, hours.split(",")).open();

    assertThat(calendar.between(Instant.parse(from), Instant.parse(to)))
        .as(why)
        .isEqualTo(Duration.parse(time));
  }

  @Test
  void isOpenFromTheOpeningUpToTheClosing() {
    assertThat(OFFICE.isOpen(berlin("2026-11-20T09:00"))).isTrue();
    assertThat(OFFICE.isOpen(berlin("2026-11-20T16:59:59.999"))).isTrue();
    assertThat(OFFICE.isOpen(berlin("2026-11-20T17:00"))).isFalse();
    assertThat(OFFICE.isOpen(berlin("2026-11-20T08:59:59"))).isFalse();
  }

  @Test
  void nextOpeningAndClosingLieStrictlyAfter() {
    assertThat(OFFICE.nextOpening(berlin("2026-11-19T09:00")))
        .isEqualTo(berlin("2026-11-20T09:00"));
    assertThat(OFFICE.nextOpening(berlin("2026-11-20T12:00")))
        .isEqualTo(berlin("2026-11-23T09:00"));
    assertThat(OFFICE.nextClosing(berlin("2026-11-20T09:00")))
        .isEqualTo(berlin("2026-11-20T17:00"));
    assertThat(OFFICE.nextClosing(berlin("2026-11-20T17:00")))
        .isEqualTo(berlin("2026-11-23T17:00"));
  }

  @Test
  void hoursThatTouchAreOneAlsoOverMidnightAndNewYear() {
    WorkingCalendar calendar =
        calendar(BERLIN).on("MON-SUN", "18:00-24:00", "00:00-04:00", "04:00-06:00").open();

    assertThat(calendar.nextClosing(berlin("2026-12-31T19:00")))
        .isEqualTo(berlin("2027-01-01T06:00"));
    assertThat(calendar.nextOpening(berlin("2026-12-31T18:00")))
        .isEqualTo(berlin("2027-01-01T18:00"));
    assertThat(calendar.spans(berlin("2026-12-31T20:00"), berlin("2027-01-01T05:00"))).hasSize(1);
    assertThat(calendar.add(berlin("2026-12-31T20:00"), Duration.ofHours(4)))
        .isEqualTo(berlin("2027-01-01T00:00"));
  }

  @Test
  void aNightBelongsToTheDayOnWhichItOpens() {
    WorkingCalendar nights =
        calendar(BERLIN)
            .on("MON-FRI", "22:00-06:00")
            .closed("2026-11-18", "Moving house")
            .special("2026-11-21", "23:00-01:00")
            .open();

    assertThat(nights.isOpen(berlin("2026-11-18T03:00"))).isTrue();
    assertThat(nights.isOpen(berlin("2026-11-18T23:00"))).isFalse();
    assertThat(nights.isOpen(berlin("2026-11-19T03:00"))).isFalse();
    assertThat(nights.isOpen(berlin("2026-11-21T05:00"))).isTrue();
    assertThat(nights.isOpen(berlin("2026-11-22T00:30"))).isTrue();
  }

  @Test
  void aNightMayReachIntoSpecialHoursWithoutCountingTwice() {
    WorkingCalendar nights =
        calendar(BERLIN).on("MON-FRI", "22:00-06:00").special("2026-11-21", "05:00-07:00").open();

    assertThat(nights.between(berlin("2026-11-20T22:00"), berlin("2026-11-21T12:00")))
        .isEqualTo(Duration.ofHours(9));
  }

  @Test
  void aDayOfTwentyFiveHoursCountsThemAllAndOneOfTwentyThreeNoMore() {
    WorkingCalendar always = calendar(BERLIN).on("MON-SUN", "00:00-24:00").open();
    WorkingCalendar sundays = calendar(BERLIN).on("SUN", "00:00-24:00").open();

    for (WorkingCalendar calendar : List.of(always, sundays)) {
      assertThat(calendar.between(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
          .isEqualTo(Duration.ofHours(25));
      assertThat(calendar.between(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
          .isEqualTo(Duration.ofHours(23));
    }
    WorkingCalendar lordHowe = calendar("Australia/Lord_Howe").on("SUN", "00:00-24:00").open();
    assertThat(
            lordHowe.between(
                Instant.parse("2026-04-03T00:00:00Z"), Instant.parse("2026-04-06T12:00:00Z")))
        .isEqualTo(Duration.ofMinutes(24 * 60 + 30));
  }

  @Test
  void hoursWithinTheGapOfAClockPutForwardAreNone() {
    WorkingCalendar calendar = calendar(BERLIN).on("SUN", "02:10-02:50", "10:00-11:00").open();

    assertThat(calendar.nextOpening(berlin("2026-03-28T12:00")))
        .isEqualTo(berlin("2026-03-29T10:00"));
    assertThat(calendar.isWorkingDay(berlin("2026-03-29T12:00"))).isTrue();
  }

  @Test
  void aLocalTimeThatComesTwiceMeansTheFirst() {
    WorkingCalendar calendar = calendar(BERLIN).on("SUN", "01:00-02:30").open();

    assertThat(calendar.nextClosing(berlin("2026-10-25T00:30")))
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(calendar.isOpen(Instant.parse("2026-10-25T01:10:00Z"))).isFalse();
  }

  @Test
  void restsOnTheHolidaysOfItsRegionAlone() {
    WorkingCalendar bavaria = office(BERLIN).resting("DE", "by").open();
    WorkingCalendar lowerSaxony = office(BERLIN).resting("de", "NI").open();
    Instant corpusChristi = berlin("2026-06-04T10:00");

    assertThat(bavaria.isOpen(corpusChristi)).isFalse();
    assertThat(lowerSaxony.isOpen(corpusChristi)).isTrue();
    assertThat(bavaria.spans(berlin("2026-06-03T16:00"), berlin("2026-06-05T10:00")))
        .containsExactly(
            span("2026-06-03T16:00", "2026-06-03T17:00", CalendarSpan.SpanKind.OPEN, null),
            span("2026-06-03T17:00", "2026-06-04T00:00", CalendarSpan.SpanKind.OUTSIDE_HOURS, null),
            span(
                "2026-06-04T00:00",
                "2026-06-05T00:00",
                CalendarSpan.SpanKind.HOLIDAY,
                "Corpus Christi"),
            span("2026-06-05T00:00", "2026-06-05T09:00", CalendarSpan.SpanKind.OUTSIDE_HOURS, null),
            span("2026-06-05T09:00", "2026-06-05T10:00", CalendarSpan.SpanKind.OPEN, null));
  }

  @Test
  void keepsAHolidayOnTheDayOnWhichItIsObserved() {
    WorkingCalendar newYork = office("America/New_York").resting("US").open();

    assertThat(newYork.isOpen(Instant.parse("2026-07-03T15:00:00Z"))).isFalse();
    assertThat(newYork.isOpen(Instant.parse("2026-07-02T15:00:00Z"))).isTrue();
    assertThat(newYork.isOpen(Instant.parse("2027-12-31T15:00:00Z"))).isFalse();
  }

  @Test
  void specialHoursWinOverHolidaysAndClosedDays() {
    WorkingCalendar calendar =
        office(BERLIN)
            .resting("DE", "by")
            .closed("2026-06-05", "Bridge day")
            .special("2026-06-04", "10:00-14:00")
            .special("2026-06-08")
            .open();

    assertThat(calendar.spans(berlin("2026-06-04T00:00"), berlin("2026-06-09T00:00")))
        .containsExactly(
            span("2026-06-04T00:00", "2026-06-04T10:00", CalendarSpan.SpanKind.OUTSIDE_HOURS, null),
            span("2026-06-04T10:00", "2026-06-04T14:00", CalendarSpan.SpanKind.OPEN, null),
            span("2026-06-04T14:00", "2026-06-05T00:00", CalendarSpan.SpanKind.OUTSIDE_HOURS, null),
            span(
                "2026-06-05T00:00",
                "2026-06-06T00:00",
                CalendarSpan.SpanKind.CLOSED_DAY,
                "Bridge day"),
            span("2026-06-06T00:00", "2026-06-08T00:00", CalendarSpan.SpanKind.OUTSIDE_HOURS, null),
            span("2026-06-08T00:00", "2026-06-09T00:00", CalendarSpan.SpanKind.CLOSED_DAY, null));
  }

  @Test
  void addsWorkingDaysAtTheSameLocalTimeAlsoThroughAChangeOfTheClocks() {
    assertThat(OFFICE.addWorkingDays(berlin("2026-10-23T14:00:00.5"), 1))
        .isEqualTo(berlin("2026-10-26T14:00:00.5"));
    assertThat(OFFICE.addWorkingDays(berlin("2026-10-26T20:00"), -1))
        .isEqualTo(berlin("2026-10-23T20:00"));
    assertThat(OFFICE.addWorkingDays(berlin("2026-11-21T10:00"), 1))
        .isEqualTo(berlin("2026-11-24T10:00"));
    assertThat(OFFICE.addWorkingDays(berlin("2026-11-21T10:00"), -1))
        .isEqualTo(berlin("2026-11-19T10:00"));
    assertThat(OFFICE.addWorkingDays(berlin("2026-11-21T10:00"), 0))
        .isEqualTo(berlin("2026-11-21T10:00"));
  }

  @Test
  void countsWorkingDaysAsItAddsThem() {
    Instant monday = berlin("2026-11-16T10:00");
    IntStream.of(0, 1, 4, 5, 260, 2600, 30000)
        .forEach(
            days ->
                assertThat(OFFICE.workingDaysBetween(monday, OFFICE.addWorkingDays(monday, days)))
                    .isEqualTo(days));
    assertThat(OFFICE.workingDaysBetween(berlin("2026-11-20T10:00"), monday)).isEqualTo(-4);
  }

  @Test
  void theWorkingDayEndsAtItsLastClosing() {
    WorkingCalendar calendar = calendar(BERLIN).on("MON-FRI", "13:00-17:00", "08:00-12:00").open();

    assertThat(calendar.endOfWorkingDay(berlin("2026-11-19T07:00"), 0))
        .isEqualTo(berlin("2026-11-19T17:00"));
    assertThat(calendar.endOfWorkingDay(berlin("2026-11-19T16:59"), 1))
        .isEqualTo(berlin("2026-11-20T17:00"));
    assertThat(calendar.endOfWorkingDay(berlin("2026-11-19T17:00"), 0))
        .isEqualTo(berlin("2026-11-20T17:00"));
    assertThat(calendar.endOfWorkingDay(berlin("2026-11-21T10:00"), 1))
        .isEqualTo(berlin("2026-11-24T17:00"));
  }

  @Test
  void theWorkingDayOfANightIsThatOfTheEvening() {
    WorkingCalendar nights = calendar(BERLIN).on("MON-FRI", "22:00-06:00").open();

    assertThat(nights.endOfWorkingDay(berlin("2026-11-21T03:00"), 0))
        .isEqualTo(berlin("2026-11-21T06:00"));
    assertThat(nights.endOfWorkingDay(berlin("2026-11-21T06:00"), 0))
        .isEqualTo(berlin("2026-11-24T06:00"));
    assertThat(nights.endOfWorkingDay(berlin("2026-11-18T12:00"), 0))
        .isEqualTo(berlin("2026-11-19T06:00"));
  }

  @Test
  void alwaysOpenIsTimeAsItPasses() {
    WorkingCalendar always = WorkingCalendar.alwaysOpen();
    Instant start = Instant.parse("2026-11-21T23:59:59.5Z");

    assertThat(always.add(start, Duration.ofDays(4000)))
        .isEqualTo(start.plus(Duration.ofDays(4000)));
    assertThat(always.between(start, start.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    assertThat(always.isOpen(start)).isTrue();
    assertThat(always.spans(start, start.plusSeconds(9)))
        .containsExactly(
            new CalendarSpan(start, start.plusSeconds(9), CalendarSpan.SpanKind.OPEN, null));
    assertThat(always.endOfWorkingDay(start, 0)).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    assertThatThrownBy(() -> always.nextOpening(start))
        .isInstanceOf(CalendarRangeExceeded.class)
        .hasMessage("Calendar '24x7' is always open: it never opens");
  }

  @Test
  void endsASearchThatHasNoAnswer() {
    WorkingCalendar once = calendar(BERLIN).special("2026-11-20", "09:00-17:00").open();

    assertThat(once.add(berlin("2026-11-20T10:00"), Duration.ofHours(7)))
        .isEqualTo(berlin("2026-11-20T17:00"));
    assertThatThrownBy(() -> once.add(berlin("2026-11-20T10:00"), Duration.ofHours(8)))
        .isInstanceOf(CalendarRangeExceeded.class)
        .hasMessageContaining("1900 to 2200");
    assertThatThrownBy(() -> once.nextOpening(berlin("2026-11-20T10:00")))
        .isInstanceOf(CalendarRangeExceeded.class);
    assertThatThrownBy(() -> once.addWorkingDays(berlin("2026-11-20T10:00"), 1))
        .isInstanceOf(CalendarRangeExceeded.class);
    assertThatThrownBy(() -> OFFICE.add(Instant.MAX, Duration.ofHours(1)))
        .isInstanceOf(CalendarRangeExceeded.class);
    assertThatThrownBy(
            () -> OFFICE.add(berlin("2026-11-20T10:00"), Duration.ofSeconds(Long.MAX_VALUE)))
        .isInstanceOf(CalendarRangeExceeded.class);
    assertThat(once.spans(berlin("2030-01-01T00:00"), berlin("2030-02-01T00:00"))).hasSize(1);
  }

  @Test
  void answersAlikeToManyThreads() {
    WorkingCalendar shared = office(BERLIN).resting("DE", "by").open();
    WorkingCalendar own = office(BERLIN).resting("DE", "by").open();
    Instant start = berlin("2020-01-01T10:00");

    List<Instant> together =
        IntStream.range(0, 4000)
            .parallel()
            .mapToObj(hours -> shared.add(start, Duration.ofHours(hours)))
            .toList();

    assertThat(together)
        .isEqualTo(
            IntStream.range(0, 4000)
                .mapToObj(hours -> own.add(start, Duration.ofHours(hours)))
                .toList());
  }

  private static CalendarSpan span(
      String from, String to, CalendarSpan.SpanKind kind, String name) {
    return new CalendarSpan(berlin(from), berlin(to), kind, name);
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(BERLIN)).toInstant();
  }
}
