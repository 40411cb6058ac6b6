package dev.baton.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.Trigger;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class ClimbStories extends LadderStory {

  @Autowired FilterService filters;
  @Autowired IdentityService identities;
  @Autowired JdbcClient jdbc;

  @Test
  void tellsTheSeniorAgentOfTheTeamAndNobodyElse() {
    IncidentNumber number = p2();
    askForHelp(number);

    assertThat(climb(number).state()).isEqualTo(EscalationState.TOLD);
    assertThat(record(number)).containsExactly("RAISED", "TOLD sam");
    Task task = task(number);
    assertThat(task.getTaskDefinitionKey()).isEqualTo("acknowledgeEscalation");
    assertThat(task.getAssignee()).isEqualTo("sam");
    assertThat(task.getDueDate()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(journal(number)).contains("ESCALATED");
  }

  @Test
  void whoeverIsAskedFindsItAmongTheirEscalationsAndNobodyElseDoes() {
    IncidentNumber number = p2();
    assertThat(escalationsOf("sam")).isEmpty();
    askForHelp(number);

    assertThat(escalationsOf("sam")).containsExactly(task(number).getId());
    assertThat(escalationsOf("mona")).isEmpty();
    acknowledge("sam", number);
    assertThat(escalationsOf("sam")).containsExactly(task(number).getId());
  }

  /** The tasks in the list "My escalations" as this person reads it. */
  private List<String> escalationsOf(String login) {
    String list =
        filters.createTaskFilterQuery().filterName("My escalations").singleResult().getId();
    identities.setAuthentication(login, List.of("senior-agent"));
    try {
      return filters.<Task>list(list).stream().map(Task::getId).toList();
    } finally {
      identities.clearAuthentication();
    }
  }

  @Test
  void goesFromASilentDeputyOverASleepingLeadToTheManagerWhoReassigns() {
    away("sam");
    IncidentNumber number = p2();
    travel(at(TUESDAY, "19:00"));
    askForHelp(number);

    assertThat(record(number)).containsExactly("RAISED", "TOLD dee");
    assertThat(climb(number).entries().get(1).standsInFor()).isEqualTo("sam");
    assertThat(lastText(number, "TOLD")).contains("Sam is on leave").contains("Dee");

    later(Duration.ofMinutes(10));
    assertThat(record(number))
        .containsExactly("RAISED", "TOLD dee", "SILENT dee", "SKIPPED", "TOLD mona");
    assertThat(lastText(number, "SKIPPED"))
        .contains("team lead is not notified now")
        .contains("desk-hours")
        .contains("2025-03-12 09:00 (Europe/Berlin)");

    acknowledge("mona", number);
    as(
        "mona",
        () ->
            escalations.decide(
                climb(number).id(),
                new DecisionInput(
                    Decision.REASSIGN, "network", null, null, null, "They know it.", false)));

    assertThat(search.get(number).team()).isEqualTo("network");
    assertThat(climb(number).state()).isEqualTo(EscalationState.SETTLED);
    assertThat(record(number)).endsWith("ACKNOWLEDGED mona", "DECIDED mona", "SETTLED");
    assertThat(task(number)).isNull();
    assertThat(escalations.of(number)).hasSize(1);
  }

  @Test
  void tellsTheTopAgainWhenTheWholeLadderIsSilent() {
    IncidentNumber number = p2();
    askForHelp(number);
    for (int minutes : new int[] {10, 15, 20, 30}) {
      later(Duration.ofMinutes(minutes));
    }

    assertThat(record(number))
        .containsExactly(
            "RAISED",
            "TOLD sam",
            "SILENT sam",
            "TOLD lea",
            "SILENT lea",
            "TOLD mona",
            "SILENT mona",
            "TOLD dora",
            "SILENT dora",
            "GAP",
            "TOLD dora");
    assertThat(climb(number).round()).isEqualTo(2);
    assertThat(task(number).getAssignee()).isEqualTo("dora");
    assertThat(saidTo("dora", number))
        .containsExactly(
            "Escalated because an agent asked for help.",
            "Escalated because an agent asked for help. Reminder 1: there has been no"
                + " decision for 1 h 15 min.");
  }

  private List<String> saidTo(String login, IncidentNumber number) {
    return jdbc.sql("select detail from announcement where incident = ? and person = ? order by id")
        .params(number.value(), login)
        .query(String.class)
        .list();
  }

  @Test
  void tellsTheTopAlsoWhenSheIsOffDutyAndNobodyIsOn() {
    away("dora");
    away("mona");
    away("lea");
    away("sam");
    away("dee");
    IncidentNumber number = p2();
    askForHelp(number);

    assertThat(record(number))
        .containsExactly("RAISED", "SKIPPED", "SKIPPED", "SKIPPED", "TOLD dora");
    assertThat(lastText(number, "TOLD")).contains("is left, so");
  }

  @Test
  void passesOverWhoHoldsTheIncident() {
    IncidentNumber number = report().rated(Level.HIGH, Level.MEDIUM).routed();
    as("sam", () -> desk.claim(number));
    askForHelp(number);

    assertThat(record(number)).doesNotContain("TOLD sam");
  }

  @Test
  void isWithdrawnWhenTheIncidentIsResolvedMeanwhile() {
    IncidentNumber number = p2();
    askForHelp(number);
    as("olli", () -> desk.resolve(number, ResolutionCode.FIXED, "It was the plug."));

    assertThat(search.get(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(climb(number).state()).isEqualTo(EscalationState.WITHDRAWN);
    assertThat(task(number)).isNull();
  }

  @Test
  void climbsOnWhenWhoAnsweredDoesNotDecide() {
    IncidentNumber number = p2();
    askForHelp(number);
    acknowledge("sam", number);
    later(Duration.ofMinutes(60));

    assertThat(record(number))
        .containsExactly("RAISED", "TOLD sam", "ACKNOWLEDGED sam", "SILENT sam", "TOLD lea");
    assertThat(lastText(number, "SILENT")).contains("did not decide");
  }

  @Test
  void isRaisedByASecondTriggerInsteadOfStartingATwin() {
    IncidentNumber number = p2();
    askForHelp(number);
    escalations.raise(number, Trigger.RESOLUTION_BREACHED, "a breach of " + number, null);

    assertThat(escalations.of(number)).hasSize(1);
    assertThat(record(number)).containsExactly("RAISED", "TOLD sam", "RAISED", "TOLD lea");
    assertThat(task(number).getAssignee()).isEqualTo("lea");
    assertThat(climb(number).trigger()).isEqualTo(Trigger.RESOLUTION_BREACHED);
  }

  @Test
  void callsHigherWhileSomebodyDecides() {
    IncidentNumber number = p2();
    askForHelp(number);
    acknowledge("sam", number);
    escalations.raise(number, Trigger.RESOLUTION_BREACHED, "late " + number, null);

    assertThat(record(number)).endsWith("ACKNOWLEDGED sam", "RAISED", "TOLD lea");
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("acknowledgeEscalation");
  }

  @Test
  void leavesWhoIsAskedAloneWhenASecondTriggerBeginsNoHigher() {
    IncidentNumber number = p2();
    askForHelp(number);
    String before = task(number).getId();
    escalations.raise(number, Trigger.STUCK, "stuck " + number, null);

    assertThat(task(number).getId()).isEqualTo(before);
    assertThat(record(number)).containsExactly("RAISED", "TOLD sam", "RAISED");
  }

  @Test
  void isRaisedOnceByOneSource() {
    IncidentNumber number = p2();
    escalations.raise(number, Trigger.STUCK, "once " + number, null);
    escalations.raise(number, Trigger.STUCK, "once " + number, null);
    jobs.runDue();

    assertThat(record(number)).containsExactly("RAISED", "TOLD sam");
  }

  @Test
  void keepsTheHigherOfTwoTriggersThatComeBeforeTheLadderIsRead() {
    IncidentNumber number = p4();
    escalations.raise(number, Trigger.RESOLUTION_BREACHED, "b " + number, null);
    escalations.raise(number, Trigger.RESOLUTION_AT_RISK, "a " + number, null);
    jobs.runDue();

    assertThat(record(number)).containsExactly("RAISED", "RAISED", "TOLD lea");
  }

  @Test
  void endsWithItsFlowWhenSomebodyCancelsThatInCockpit() {
    IncidentNumber number = p2();
    askForHelp(number);
    stage.inCockpit(
        "mona",
        () -> runtimeService.deleteProcessInstance(task(number).getProcessInstanceId(), "Enough."));

    assertThat(climb(number).state()).isEqualTo(EscalationState.WITHDRAWN);
    assertThat(lastText(number, "WITHDRAWN")).contains("Enough.");
  }
}
