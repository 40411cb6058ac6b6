package dev.baton.sla.process;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.calendar.CalendarDefinition;
import dev.baton.client.ClientView;
import dev.baton.client.DayKind;
import dev.baton.incident.ClientWorkingDays;
import dev.baton.incident.ConfirmationPeriod;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.sla.ExplainClocks;
import dev.baton.sla.ObligationView;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The communication plan wants news every four hours at P2, where initech was promised an end but
 * no news.
 */
abstract class PlannedUpdateStories extends ClockStory {

  @Autowired private ExplainClocks explainClocks;
  @Autowired private ConfirmationPeriod confirmation;
  @Autowired private ClientWorkingDays workingDays;

  @Test
  void aConfirmationPeriodInWorkingDaysSkipsTheHolidaysOfTheClientsCalendar() {
    ClientView before = clients.find("initech").orElseThrow();
    clients.register(
        new ClientView(
            before.id(),
            before.code(),
            before.name(),
            before.tier(),
            before.zone(),
            before.language(),
            2,
            DayKind.WORKING_DAYS,
            0,
            0));
    CalendarDefinition usual = SampleTerms.NINE_TO_SIX;
    publish.publish(
        new CalendarDefinition(
            usual.name(),
            usual.zone(),
            usual.week(),
            null,
            Map.of(LocalDate.parse("2026-02-03"), "Founder's day"),
            Map.of()));
    try {
      // The agreement names a calendar; its newest version is seen after a moment.
      IncidentNumber number = await().until(this::reported, this::isDueAfterTheHoliday);
      claimed(number);
      as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Put out."));

      assertThat(confirmation.endOf(number)).contains(onTuesday("09:00").plus(2, DAYS));
      assertThat(taskOf(number).getDueDate().toInstant())
          .isEqualTo(onTuesday("09:00").plus(2, DAYS));
    } finally {
      clients.register(before);
      publish.publish(usual);
    }
  }

  private IncidentNumber reported() {
    return report().routed();
  }

  private boolean isDueAfterTheHoliday(IncidentNumber number) {
    return workingDays
        .after(search.get(number), on("09:00"), 1)
        .equals(onTuesday("09:00").plus(1, DAYS));
  }

  @Test
  void newsIsOwedFromEachMessageAsThePlanSays() {
    IncidentNumber number = claimed(report().rated(Level.HIGH, Level.MEDIUM).routed());
    assertThat(obligation(number, ObligationKind.UPDATE).state()).isEqualTo(ClockState.WAITING);

    at("09:10");
    answer(number);
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt()).isEqualTo(on("13:10"));
    at("10:30");
    answer(number);
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt()).isEqualTo(on("14:30"));

    at("13:30");
    assertThat(milestones(number, ObligationKind.UPDATE)).containsExactly("AT_RISK_75");
    at("14:30:00.001");
    assertThat(milestones(number, ObligationKind.UPDATE)).containsExactly("AT_RISK_75", "BREACH");
    assertThat(lastText(number, "BREACHED"))
        .isEqualTo("Update breached: it was due 2026-02-02T14:30:00Z.");
    at("15:00");
    answer(number);
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt())
        .as("the next working day, three of four hours being left of this one")
        .isEqualTo(onTuesday("10:00"));
  }

  @Test
  void theExplanationNamesThePlan() {
    IncidentNumber number = claimed(report().rated(Level.HIGH, Level.MEDIUM).routed());
    at("09:10");
    answer(number);

    assertThat(explainClocks.explain(number).clocks())
        .filteredOn(clock -> clock.kind() == ObligationKind.UPDATE)
        .singleElement()
        .satisfies(
            clock -> {
              assertThat(clock.agreement())
                  .startsWith("communication plan in the hours of initech, version");
              assertThat(clock.target()).isEqualTo("4 working hours");
              assertThat(clock.because().toString()).contains("no agreement promises updates");
            });
  }

  @Test
  void whatAnAgreementPromisesCountsBeforeThePlan() {
    IncidentNumber number = claimed(report().routed());
    at("09:10");
    answer(number);

    assertThat(obligation(number, ObligationKind.UPDATE).state())
        .as("at P3 news is promised within an hour of a question")
        .isEqualTo(ClockState.WAITING);
  }

  @Test
  void wherePlanAndAgreementsNameNoCadenceNothingIsOwed() {
    IncidentNumber number = claimed(report().rated(Level.LOW, Level.LOW).routed());
    at("09:10");
    answer(number);

    assertThat(obligations.of(number))
        .extracting(ObligationView::kind)
        .containsExactly(ObligationKind.RESOLUTION);
  }

  @Test
  void anotherPriorityBringsTheCadenceAndTakesItAway() {
    IncidentNumber number = claimed(report().rated(Level.LOW, Level.LOW).routed());
    at("09:10");
    answer(number);

    as("mona", () -> desk.reprioritise(number, Level.HIGH, Level.MEDIUM, "More of them."));
    jobs.runDue();
    assertThat(obligation(number, ObligationKind.UPDATE).dueAt()).isEqualTo(on("13:10"));
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isEqualTo("milestoneReached");

    as("mona", () -> desk.reprioritise(number, Level.LOW, Level.LOW, "One of them after all."));
    jobs.runDue();
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isNull();
  }
}
