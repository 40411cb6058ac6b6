package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunicationPlanTest {

  private final DecisionUnderTest plan =
      new DecisionUnderTest(Path.of("processes/communication-plan.dmn"), "communication-plan");

  @ParameterizedTest(name = "major {0}, {1}, {2}: every {3} minutes")
  @CsvSource(
      nullValues = "null",
      value = {
        "true, GOLD, P1, 15",
        "true, GOLD, P4, 15",
        "true, GOLD, null, 15",
        "true, SILVER, P1, 30",
        "true, BRONZE, P3, 30",
        "false, GOLD, P1, 60",
        "false, BRONZE, P2, 240",
        "false, GOLD, P3, null",
        "false, SILVER, null, null",
      })
  void theTierAndThePriorityDecideHowOftenTheClientHears(
      boolean isMajor, String tier, String priority, Integer minutes) {
    Map<String, Object> answers =
        plan.answers(
            Variables.putValue("isMajor", isMajor)
                .putValue("tier", tier)
                .putValue("priority", priority));

    assertThat(answers).containsEntry("updateEveryMinutes", minutes);
    assertThat(answers.get("audience")).asString().startsWith("Requester");
  }
}
