package dev.baton.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.WorkingCalendar;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Trigger;
import dev.baton.incident.IncidentNumber;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.PublishedCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class NightStories extends LadderStory {

  /** The evening before Good Friday; the desk opens again on the Tuesday after Easter. */
  private static final LocalDate BEFORE_EASTER = LocalDate.parse("2025-04-17");

  private static final Instant AFTER_EASTER = at(LocalDate.parse("2025-04-22"), "09:00");

  @Autowired PublishedCalendars calendars;

  @Test
  void overAHolidayWeekendTellsWhoIsOnShiftInAnotherZone() {
    worksWeekdays("mona", NEW_YORK);
    IncidentNumber number = p3();
    travel(at(BEFORE_EASTER, "19:00"));
    askForHelp(number);

    assertThat(record(number)).containsExactly("RAISED", "SKIPPED", "SKIPPED", "TOLD mona");
    assertThat(lastText(number, "SKIPPED")).contains("2025-04-22 09:00 (Europe/Berlin)");
    assertThat(climb(number).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
  }

  @Test
  void onAHolidayInBothZonesEndsAtTheManagerAllTheSame() {
    worksWeekdays("mona", NEW_YORK);
    IncidentNumber number = p3();
    travel(at(LocalDate.parse("2025-04-20"), "12:00"));
    askForHelp(number);

    assertThat(record(number)).containsExactly("RAISED", "SKIPPED", "SKIPPED", "TOLD mona");
    assertThat(lastText(number, "TOLD")).contains("is left, so").contains("off shift");
  }

  @Test
  void waitsForTheFirstHoursWhenNobodyIsCalledAtNight() {
    IncidentNumber number = p4();
    travel(at(BEFORE_EASTER, "19:00"));
    askForHelp(number);

    assertThat(climb(number).state()).isEqualTo(EscalationState.WAITING);
    assertThat(climb(number).dueAt()).isEqualTo(AFTER_EASTER);
    assertThat(task(number)).isNull();

    travel(AFTER_EASTER);
    assertThat(record(number))
        .containsExactly("RAISED", "SKIPPED", "SKIPPED", "SKIPPED", "WAITS", "TOLD sam");
    assertThat(climb(number).dueAt()).isEqualTo(AFTER_EASTER.plusSeconds(3_600));
  }

  @Test
  void theHoursOfARungAreParsedOnceForEachVersion() {
    publish.publish(SampleTerms.daily("kept-hours", "UTC", "08:00-16:00"));
    WorkingCalendar first = calendars.newest("kept-hours").orElseThrow();
    assertThat(calendars.newest("kept-hours")).containsSame(first);
    assertThat(first.isOpen(Instant.parse("2025-04-22T16:30:00Z"))).isFalse();

    publish.publish(SampleTerms.daily("kept-hours", "UTC", "09:00-17:00"));

    assertThat(
            calendars
                .newest("kept-hours")
                .orElseThrow()
                .isOpen(Instant.parse("2025-04-22T16:30:00Z")))
        .isTrue();
    assertThat(calendars.newest("KEPT-hours")).as("names are exact").isEmpty();
  }

  @Test
  void isCalledHigherWhileItWaits() {
    IncidentNumber number = p4();
    travel(at(BEFORE_EASTER, "19:00"));
    askForHelp(number);
    escalations.raise(number, Trigger.MAJOR, "major " + number, null);

    assertThat(climb(number).state()).isEqualTo(EscalationState.WAITING);
    travel(AFTER_EASTER);
    assertThat(record(number)).endsWith("WAITS", "TOLD lea");
  }
}
