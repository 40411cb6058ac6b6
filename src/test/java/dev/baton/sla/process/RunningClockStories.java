package dev.baton.sla.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clock runs, and what it reaches is told once. */
abstract class RunningClockStories extends ClockStory {

  @Autowired FilterService filters;
  @Autowired HistoryService history;
  @Autowired ClockLifecycle clocks;

  @Test
  void everyPromiseGetsAClockWithATimerAtItsNextMilestone() {
    IncidentNumber number = report().routed();

    assertThat(obligation(number, ObligationKind.RESPONSE).dueAt()).isEqualTo(on("10:00"));
    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("13:00"));
    assertThat(obligation(number, ObligationKind.UPDATE).state()).isEqualTo(ClockState.WAITING);
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isEqualTo("milestoneReached");
    assertThat(waitsAt(number, ObligationKind.UPDATE)).isEqualTo("clockResumed");
    Job timer =
        managementService
            .createJobQuery()
            .processInstanceId(clockOf(number, ObligationKind.RESPONSE).orElseThrow().getId())
            .singleResult();
    assertThat(timer.getDuedate().toInstant()).isEqualTo(on("09:45"));
    assertThat(timer.getPriority()).isEqualTo(40);
  }

  @Test
  void theTaskShowsTheEarliestDeadlineAndBecomesMoreUrgent() {
    IncidentNumber number = report().routed();
    assertThat(taskOf(number).getDueDate().toInstant()).isEqualTo(on("10:00"));
    assertThat(taskOf(number).getPriority()).isEqualTo(50);

    at("09:45");
    assertThat(taskOf(number).getPriority()).isEqualTo(55);
    at("10:00:00.001");
    assertThat(taskOf(number).getPriority()).isEqualTo(60);

    answer(number);
    assertThat(taskOf(number).getDueDate().toInstant()).isEqualTo(on("13:00"));
    assertThat(taskOf(number).getPriority()).isEqualTo(50);
  }

  @Test
  void whatBreaksWithinTheHourIsListedUntilItIsBroken() {
    IncidentNumber number = report().routed();
    assertThat(breaking()).doesNotContain(number.value()); // in an hour exactly

    at("09:01");
    assertThat(breaking()).contains(number.value());
    at("10:00:00.001");
    assertThat(breaking()).doesNotContain(number.value()); // broken; the end is due at 13:00
    assertThat(taskOf(number).getFollowUpDate().toInstant()).isEqualTo(on("13:00"));

    at("12:30");
    assertThat(breaking()).contains(number.value()); // though the answer is past due
    answer(number);
    desk.hold(number, HoldReason.SUPPLIER, on("17:00"), null);
    assertThat(breaking()).doesNotContain(number.value());
  }

  private List<String> breaking() {
    String list =
        filters
            .createTaskFilterQuery()
            .filterName("Breaching within the hour")
            .singleResult()
            .getId();
    return filters.<Task>list(list).stream()
        .map(task -> (String) taskService.getVariable(task.getId(), "incidentNumber"))
        .toList();
  }

  @Test
  void atRiskThenBreachedThenToldAgain() {
    IncidentNumber number = report().routed();

    at("09:44:59");
    assertThat(milestones(number, ObligationKind.RESPONSE)).isEmpty();
    at("09:45");
    assertThat(milestones(number, ObligationKind.RESPONSE)).containsExactly("AT_RISK_75");
    assertThat(lastText(number, "AT_RISK"))
        .isEqualTo("Response at risk: 45 min of 1 h used, due 2026-02-02T10:00:00Z.");

    at("10:00");
    assertThat(milestones(number, ObligationKind.RESPONSE)).hasSize(1);
    at("10:00:00.001");
    assertThat(milestones(number, ObligationKind.RESPONSE)).containsExactly("AT_RISK_75", "BREACH");
    assertThat(obligation(number, ObligationKind.RESPONSE).breachedAt()).isEqualTo(on("10:00"));
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isEqualTo("rungReached");
    assertThat(lastText(number, "BREACHED"))
        .isEqualTo("Response breached: it was due 2026-02-02T10:00:00Z.");

    at("10:30:00.001");
    assertThat(milestones(number, ObligationKind.RESPONSE))
        .containsExactly("AT_RISK_75", "BREACH", "AFTER_BREACH_1");
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isEqualTo("clockResumedLate");
  }

  @Test
  void anUpdateThatIsDueSoonIsToldButNotEscalated() {
    IncidentNumber number = report().routed();
    answer(number);
    at("09:10");
    ask(number);

    at("09:55");
    assertThat(milestones(number, ObligationKind.UPDATE)).containsExactly("AT_RISK_75");
    assertThat(passed(number, ObligationKind.UPDATE))
        .contains("tellAtRisk")
        .doesNotContain("escalateAtRisk");
    at("10:10:00.001");
    assertThat(passed(number, ObligationKind.UPDATE)).contains("escalatePastDue", "tellPastDue");
  }

  @Test
  void whatWasRecordedBeforeIsNotFollowedUpAgain() {
    IncidentNumber number = report().routed();
    clock.travelTo(on("09:45"));
    clocks.record(number, obligation(number, ObligationKind.RESPONSE).id());

    jobs.runDue();

    assertThat(milestones(number, ObligationKind.RESPONSE)).containsExactly("AT_RISK_75");
    assertThat(passed(number, ObligationKind.RESPONSE))
        .contains("recordMilestone")
        .doesNotContain("escalateAtRisk", "tellAtRisk");
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isEqualTo("milestoneReached");
  }

  /** The steps that the clock's flow has left, in no order. */
  private List<String> passed(IncidentNumber number, ObligationKind kind) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(clockOf(number, kind).orElseThrow().getId())
        .finished()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  @Test
  void milestonesMissedDuringAStandstillCollapseIntoOneMessage() {
    IncidentNumber number = report().routed();

    at("17:00");

    assertThat(milestones(number, ObligationKind.RESOLUTION))
        .containsExactly("AT_RISK_75", "BREACH", "AFTER_BREACH_1");
    assertThat(journal(number)).doesNotContain("AT_RISK");
    assertThat(journal(number).stream().filter("BREACHED"::equals))
        .as("one for the response, one for the resolution")
        .hasSize(2);
    assertThat(lastText(number, "BREACHED"))
        .isEqualTo("Resolution breached: it was due 2026-02-02T13:00:00Z.");
  }

  @Test
  void aHigherPriorityKeepsWhatWasUsedAndMayBreachAtOnce() {
    IncidentNumber number = report().routed();
    at("12:30");
    int before = journal(number).size();

    as("mona", () -> desk.reprioritise(number, Level.HIGH, Level.MEDIUM, "Everybody now."));
    jobs.runDue();

    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("11:00"));
    assertThat(obligation(number, ObligationKind.RESOLUTION).breachedAt()).isEqualTo(on("12:30"));
    at("12:30:00.001");
    assertThat(milestones(number, ObligationKind.RESOLUTION)).contains("BREACH");
    assertThat(lastText(number, "BREACHED"))
        .isEqualTo("Resolution breached by a change of priority: it was due 2026-02-02T11:00:00Z.");
    assertThat(journal(number).size()).isGreaterThan(before);
  }

  @Test
  void aPriorityThereAndBackChangesNothing() {
    IncidentNumber number = report().routed();
    at("12:05");
    int told = milestones(number, ObligationKind.RESOLUTION).size();

    as("mona", () -> desk.reprioritise(number, Level.LOW, Level.LOW, "Less."));
    as("mona", () -> desk.reprioritise(number, Level.MEDIUM, Level.MEDIUM, "Not less."));
    jobs.runDue();

    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("13:00"));
    assertThat(milestones(number, ObligationKind.RESOLUTION)).hasSize(told);
  }

  @Test
  void anOpenIncidentKeepsTheVersionItWasOpenedUnderUntilItsPriorityChanges() {
    IncidentNumber number = report().routed();
    publish.publish(agreement("480 working minutes"));
    try {
      IncidentNumber later = report().routed();
      assertThat(obligation(later, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("17:00"));
      assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("13:00"));

      as("mona", () -> desk.reprioritise(number, Level.LOW, Level.LOW, "Less."));
      as("mona", () -> desk.reprioritise(number, Level.MEDIUM, Level.MEDIUM, "Not less."));
      assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(on("17:00"));
    } finally {
      publish.publish(agreement());
    }
  }

  @Test
  void promisedOnlyNowItGetsItsClockNow() {
    IncidentNumber number = report().rated(Level.LOW, Level.LOW).routed();
    assertThat(obligations.of(number)).hasSize(1);
    assertThat(obligation(number, ObligationKind.RESOLUTION).dueAt()).isEqualTo(onTuesday("18:00"));

    as("mona", () -> desk.reprioritise(number, Level.MEDIUM, Level.MEDIUM, "More."));

    assertThat(obligations.of(number)).hasSize(3);
    assertThat(obligation(number, ObligationKind.RESPONSE).dueAt()).isEqualTo(on("10:00"));
    assertThat(waitsAt(number, ObligationKind.RESPONSE)).isEqualTo("milestoneReached");
  }
}
