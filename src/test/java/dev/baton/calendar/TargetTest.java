package dev.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets in words; when they are due stands among the calendar's examples. */
class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "4 working hours, 4, WORKING_HOURS",
    "69.02 working hours, 69.02, WORKING_HOURS",
    "1 working hour, 1, WORKING_HOURS",
    "30 minutes, 30, MINUTES",
    "90 working minutes, 90, WORKING_MINUTES",
    "100 hours, 100, HOURS",
    "1 day, 1, DAYS",
    "2 working days, 2, WORKING_DAYS",
    "end of working day, 0, END_OF_WORKING_DAY",
    "end of working day + 1, 1, END_OF_WORKING_DAY"
  })
  void isReadAsItIsWritten(String text, BigDecimal value, TargetUnit unit) {
    assertThat(Target.parse(text)).isEqualTo(new Target(value, unit)).hasToString(text);
  }

  @Test
  void isTheSameHoweverItIsWritten() {
    assertThat(Target.parse(" 4.00  Working  hour ")).isEqualTo(Target.parse("4 working hours"));
    assertThat(Target.parse("end of working day+2")).hasToString("end of working day + 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4", "four hours", "-1 hours", "4 weeks", "1.5 working days", "4hours"})
  void refusesWhatItCannotKeep(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(InvalidCalendar.class)
        .hasMessageContaining("accepted: 4 working hours");
  }

  @Test
  void onlyPlainMinutesHoursAndDaysAreCalendarTime() {
    assertThat(
            Arrays.stream(TargetUnit.values())
                .filter(unit -> new Target(BigDecimal.ONE, unit).countsCalendarTime()))
        .containsExactly(TargetUnit.MINUTES, TargetUnit.HOURS, TargetUnit.DAYS);
  }
}
