package dev.baton.calendar;

import static dev.baton.calendar.Calendars.calendar;
import static dev.baton.calendar.Calendars.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as values, and those that are refused. */
class CalendarDefinitionTest {

  private static final String BERLIN = "Europe/Berlin";

  @ParameterizedTest
  @ValueSource(strings = {"08:00-12:00", "22:00-06:00", "00:00-24:00", "08:00:30-12:00"})
  void hoursAreReadAsTheyAreWritten(String text) {
    assertThat(OpeningHours.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "8-12", "08:60-12:00", "24:00-25:00", "24:00-06:00", "08:00 bis 12:00"})
  void hoursThatMeanNothingAreRefused(String text) {
    assertThatThrownBy(() -> OpeningHours.parse(text))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageStartingWith("Hours '" + text + "' cannot be read; accepted: 08:00-12:00");
  }

  @Test
  void survivesJson() throws IOException {
    CalendarDefinition definition =
        office(BERLIN)
            .resting("DE", "by")
            .closed("2026-12-24", "Christmas Eve")
            .special("2026-12-31", "09:00-12:00")
            .definition();
    ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    String text = json.writeValueAsString(definition);

    assertThat(json.readValue(text, CalendarDefinition.class)).isEqualTo(definition);
  }

  @Test
  void whatIsLeftOutIsEmpty() {
    CalendarDefinition definition =
        new CalendarDefinition("x", ZoneOffset.UTC, null, null, null, null);

    assertThat(definition.week()).isEmpty();
    assertThat(definition.closed()).isEmpty();
    assertThat(definition.special()).isEmpty();
  }

  @Test
  void refusesHoursThatOverlap() {
    refused(
        calendar(BERLIN).on("TUE", "08:00-12:00", "11:00-13:00"),
        "Calendar 'test' has hours that overlap: TUESDAY 08:00-12:00 and TUESDAY 11:00-13:00;"
            + " accepted: intervals that do not overlap");
    refused(
        calendar(BERLIN).on("MON", "22:00-06:00").on("TUE", "05:00-09:00"),
        "MONDAY 22:00-06:00 and TUESDAY 05:00-09:00");
    refused(
        calendar(BERLIN).on("SUN", "22:00-06:00").on("MON", "05:00-09:00"),
        "SUNDAY 22:00-06:00 and MONDAY 05:00-09:00");
    refused(
        office(BERLIN).special("2026-12-24", "09:00-12:00", "09:00-10:00"),
        "2026-12-24 09:00-12:00 and 2026-12-24 09:00-10:00");
  }

  @Test
  void refusesACalendarThatIsNeverOpen() {
    refused(calendar(BERLIN).special("2026-12-24"), "is never open");
  }

  @Test
  void refusesPlacesThatNobodyKnows() {
    refused(office(BERLIN).resting("XX"), "Holidays of country 'XX' are unknown; accepted: AD, AE");
    refused(
        office(BERLIN).resting("DE", "xx"), "Region 'xx' of DE-XX is unknown; accepted: bb, be");
    refused(office(BERLIN).resting("DE", "by", "xx"), "Region 'xx' of DE-BY-XX is unknown");
    assertThatThrownBy(() -> CalendarDefinition.zoneNamed("Mars/Olympus"))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageContaining("'Mars/Olympus' is unknown");
  }

  @Test
  void refusesACalendarWithoutNameOrZone() {
    Map<DayOfWeek, List<OpeningHours>> week =
        Map.of(DayOfWeek.MONDAY, Calendars.hours("09:00-10:00"));
    assertThatThrownBy(
            () ->
                WorkingCalendar.of(
                    new CalendarDefinition(" ", ZoneOffset.UTC, week, null, null, null)))
        .isInstanceOf(InvalidCalendar.class);
    assertThatThrownBy(
            () -> WorkingCalendar.of(new CalendarDefinition("x", null, week, null, null, null)))
        .isInstanceOf(InvalidCalendar.class);
  }

  @Test
  void countriesCanBeReckonedForMoreThanAHundredYearsToCome() {
    for (String country : List.of("DE", "US", "GB", "FR", "TR", "MA", "ET", "JP", "SG", "IN")) {
      PublicHolidays holidays = PublicHolidays.of(new HolidayRegion(country, List.of()));
      for (int year = OpenIntervals.FIRST_YEAR; year <= 2170; year += 6) {
        int asked = year;
        assertThat(holidays.in(year, Locale.ENGLISH).keySet())
            .as("%s %d", country, year)
            .allMatch(date -> date.getYear() == asked);
      }
      assertThat(holidays.in(2026, Locale.ENGLISH)).as(country).isNotEmpty();
    }
  }

  @Test
  void saysWhereHolidaysAreNoLongerKnown() {
    PublicHolidays holidays = PublicHolidays.of(new HolidayRegion("TR", List.of()));

    assertThatThrownBy(() -> holidays.in(2190, Locale.ENGLISH))
        .isInstanceOf(CalendarRangeExceeded.class)
        .hasMessageStartingWith("The public holidays of TR in 2189 are not known");
  }

  private static void refused(Calendars calendar, String message) {
    assertThatThrownBy(calendar::open)
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageContaining(message);
  }
}
