package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An escalation in flight goes on by the ladder of the release that it is brought to. */
class EscalationMigrationIT extends MigrationDesk {

  private static final int ADDED = 6;

  @Autowired ManagementService managementService;

  @Test
  void anEscalationInFlightClimbsToTheRungThatTheNewLadderAdds() {
    String number = claimed("Climbs further");
    assertThat(act(number, "escalate", "{\"note\": \"Help\"}").status()).isEqualTo(200);
    jobs.runDue();
    List<Integer> shippedRungs = rungs(number);
    assertThat(shippedRungs).doesNotContain(ADDED);
    Map<String, String> before = dueDates();
    int told = told();
    List<String> asked = toldBy(number);
    deployed("escalation-ladder.dmn", withAnotherRung());

    long id = ready("{\"reason\": \"A further rung\", \"stages\": []}");
    assertThat(rungs(number)).as("a forecast changes nothing").isEqualTo(shippedRungs);
    movedAsForecast(id);

    assertThat(rungs(number)).containsAll(shippedRungs).contains(ADDED);
    assertThat(dueDates()).isEqualTo(before);
    assertThat(told()).isEqualTo(told);
    assertThat(toldBy(number)).isEqualTo(asked);
    back(id, "[]");
    assertThat(rungs(number)).isEqualTo(shippedRungs);
    assertThat(dueDates()).isEqualTo(before);
    assertThat(toldBy(number)).isEqualTo(asked);

    movedAsForecast(ready("{\"reason\": \"The rung after all\", \"stages\": []}"));
    while (escalation(number).path("rung").asInt() < ADDED) {
      nobodyAnswers(number);
    }

    assertThat(escalation(number).path("responder").asText())
        .isEqualTo("client-relationship-manager");
    assertThat(escalation(number).path("round").asInt()).isEqualTo(1);
    assertThat(toldBy(number)).as("nobody twice").doesNotHaveDuplicates().startsWith(asked.get(0));
    assertThat(escalation(number).path("state").asText()).isEqualTo("TOLD");
  }

  /** Of the chain of command, for incidents of every client. */
  private static String withAnotherRung() {
    StringBuilder rule = new StringBuilder("<rule id=\"relationshipAtLast\">");
    List<String> cells =
        List.of(
            "",
            "",
            "",
            "",
            String.valueOf(ADDED),
            "\"client-relationship-manager\"",
            "\"DESK\"",
            "30",
            "60",
            "",
            "\"TASK\"");
    for (int i = 0; i < cells.size(); i++) {
      String entry = i < 4 ? "inputEntry" : "outputEntry";
      rule.append(
          "<%1$s id=\"relationshipAtLast%2$d\"><text>%3$s</text></%1$s>"
              .formatted(entry, i, cells.get(i)));
    }
    return ShippedFiles.text("escalation-ladder.dmn")
        .replace("</decisionTable>", rule + "</rule></decisionTable>");
  }

  /** The time to answer or to decide has passed. */
  private void nobodyAnswers(String number) {
    String flow =
        runtimeService
            .createProcessInstanceQuery()
            .processDefinitionKey("escalation")
            .processInstanceBusinessKey(number)
            .singleResult()
            .getId();
    List<Job> timers = managementService.createJobQuery().processInstanceId(flow).timers().list();
    assertThat(timers).hasSize(1);
    managementService.executeJob(timers.get(0).getId());
  }

  private JsonNode escalation(String number) {
    JsonNode all = agent.as("admin").get("/api/v1/incidents/" + number + "/escalations").json();
    return all.isArray() ? all.get(0) : all.at("/items/0");
  }

  private List<Integer> rungs(String number) {
    List<Integer> rungs = new ArrayList<>();
    escalation(number).path("ladder").forEach(rung -> rungs.add(rung.path("rung").asInt()));
    return rungs;
  }

  /** Whom the escalation has notified, in their order. */
  private List<String> toldBy(String number) {
    List<String> people = new ArrayList<>();
    for (JsonNode field : escalation(number).findParents("kind")) {
      if (field.path("kind").asText().equals("TOLD")) {
        people.add(field.path("person").asText());
      }
    }
    return people;
  }
}
