package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/** Who works on it asks for help up the ladder, and goes on. */
abstract class HelpStories extends IncidentStory {

  @Test
  void anAgentAsksForHelpInTasklistAndKeepsTheWork() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    submit("ada", number, Map.of("outcome", "askForHelp", "note", "The supplier is silent."));

    BpmnAwareTests.assertThat(taskOf(number)).hasDefinitionKey("resolveAtFirstLine");
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("ada");
    assertThat(incident(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(incident(number).assignee()).isEqualTo("ada");
    assertThat(escalations(number)).isEqualTo(1);
    assertThat(timeline.of(number, false, Pageable.ofSize(1_000)).getContent())
        .anyMatch(entry -> entry.text().contains("The supplier is silent."));
  }

  @Test
  void secondLineAsksForHelpToo() {
    IncidentNumber number = stage.defaultReport().inCategory("vpn").routed();
    as("ada", () -> desk.passToSecondLine(number, "The tunnel is down."));
    claimInTasklist("nora", number);

    submit("nora", number, Map.of("outcome", "askForHelp", "note", "Who knows this box?"));

    BpmnAwareTests.assertThat(taskOf(number)).hasDefinitionKey("resolveAtSecondLine");
    BpmnAwareTests.assertThat(taskOf(number)).isAssignedTo("nora");
    assertThat(escalations(number)).isEqualTo(1);
  }

  @Test
  void whoAsksForHelpSaysWhatFor() {
    IncidentNumber number = stage.defaultReport().routed();
    claimInTasklist("ada", number);

    assertThatThrownBy(() -> submit("ada", number, Map.of("outcome", "askForHelp")))
        .hasMessageContaining("help");
    assertThat(escalations(number)).isZero();
  }

  private long escalations(IncidentNumber number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number.value())
        .processDefinitionKey("escalation")
        .count();
  }
}
