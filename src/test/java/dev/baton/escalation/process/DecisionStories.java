package dev.baton.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.escalation.Decision;
import dev.baton.escalation.DecisionInput;
import dev.baton.escalation.EscalationState;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.TimelineEntry;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

abstract class DecisionStories extends LadderStory {

  private IncidentNumber acknowledged() {
    IncidentNumber number = p2();
    askForHelp(number);
    acknowledge("sam", number);
    return number;
  }

  private void decide(IncidentNumber number, DecisionInput input) {
    as("sam", () -> escalations.decide(climb(number).id(), input));
  }

  private static DecisionInput input(Decision decision, String person, String note) {
    return new DecisionInput(decision, null, person, null, null, note, false);
  }

  @Test
  void takesTheIncidentOver() {
    IncidentNumber number = acknowledged();
    decide(number, input(Decision.TAKE_OVER, null, null));

    assertThat(search.get(number).assignee()).isEqualTo("sam");
    assertThat(climb(number).state()).isEqualTo(EscalationState.SETTLED);
  }

  @Test
  void bringsSomebodyInWhoSeesTheTask() {
    IncidentNumber number = acknowledged();
    decide(number, input(Decision.ADD_PERSON, "nora", null));

    assertThat(search.get(number).helpers()).containsExactly("nora");
    assertThat(search.get(number).assignee()).isEqualTo("olli");
    assertThat(
            taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskInvolvedUser("nora")
                .count())
        .isEqualTo(1);
    assertThat(journal(number)).contains("HELPED", "ESCALATION_ANSWERED");
  }

  @Test
  void changesThePriority() {
    IncidentNumber number = acknowledged();
    decide(
        number,
        new DecisionInput(
            Decision.REPRIORITISE, null, null, Level.HIGH, Level.HIGH, "All of it.", false));

    assertThat(search.get(number).priority()).isEqualTo(Priority.P1);
  }

  @Test
  void tellsTheClientAndGoesOnDeciding() {
    IncidentNumber number = acknowledged();
    decide(
        number,
        new DecisionInput(Decision.TELL_CLIENT, null, null, null, null, "We are on it.", true));

    assertThat(contacts.of(number, false, Pageable.ofSize(1_000)).getContent())
        .anyMatch(contact -> "We are on it.".equals(contact.body()));
    assertThat(climb(number).state()).isEqualTo(EscalationState.ACKNOWLEDGED);
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("decideEscalation");

    decide(number, input(Decision.STAND_DOWN, null, "The supplier called back."));
    assertThat(climb(number).state()).isEqualTo(EscalationState.SETTLED);
  }

  @Test
  void recordsTheAuthorOfEachDecisionOnTheIncident() {
    IncidentNumber number = acknowledged();
    decide(number, input(Decision.STAND_DOWN, null, "All is well."));

    List<TimelineEntry> answers =
        timeline.of(number, false, Pageable.ofSize(1_000)).getContent().stream()
            .filter(entry -> entry.kind().equals("ESCALATION_ANSWERED"))
            .toList();
    assertThat(answers).hasSize(2).allMatch(entry -> entry.actor().equals("sam"));
    assertThat(answers.get(1).text()).contains("stood down").contains("All is well.");
  }

  @Test
  void refusesADecisionThatLacksWhatItNeeds() {
    IncidentNumber number = acknowledged();
    assertThatThrownBy(() -> decide(number, input(Decision.STAND_DOWN, null, null)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> decide(number, input(Decision.ADD_PERSON, "nobody", null)))
        .isInstanceOf(InvalidInput.class);
    assertThat(climb(number).state()).isEqualTo(EscalationState.ACKNOWLEDGED);
  }

  @Test
  void refusesADecisionBeforeAnybodyAnswered() {
    IncidentNumber number = p2();
    askForHelp(number);
    assertThatThrownBy(() -> decide(number, input(Decision.TAKE_OVER, null, null)))
        .isInstanceOf(NotOffered.class)
        .hasMessageContaining("TOLD");
  }

  @Test
  void isDecidedInTasklistByCompletingTheTasks() {
    IncidentNumber number = p2();
    askForHelp(number);
    stage.inTasklist("sam", () -> taskService.complete(task(number).getId()));
    stage.inTasklist(
        "sam",
        () ->
            taskService.complete(
                task(number).getId(), Map.of("decision", "STAND_DOWN", "note", "Fine now.")));

    assertThat(climb(number).acknowledgedBy()).isEqualTo("sam");
    assertThat(climb(number).state()).isEqualTo(EscalationState.SETTLED);
  }

  @Test
  void mayBeAnsweredBySomebodyElseWhoThenDecides() {
    IncidentNumber number = p2();
    askForHelp(number);
    acknowledge("mona", number);

    assertThat(climb(number).acknowledgedBy()).isEqualTo("mona");
    assertThat(task(number).getAssignee()).isEqualTo("mona");
  }
}
