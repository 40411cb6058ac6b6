package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StuckIncidentsDecisionTest {

  private final DecisionUnderTest stuck =
      new DecisionUnderTest(Path.of("processes/stuck-incidents.dmn"), "stuck-incidents");

  @ParameterizedTest(name = "{0} {1}: after {2} hours of {3}, {4} reassignments")
  @CsvSource(
      nullValues = "null",
      value = {
        "GOLD, P1, 1, null, 2",
        "SILVER, P1, 1, null, 2",
        "BRONZE, P1, 1, null, 2",
        "GOLD, P2, 2, null, 2",
        "SILVER, P2, 4, null, 3",
        "BRONZE, P2, 4, null, 3",
        "GOLD, P3, 9, desk-hours, 3",
        "SILVER, P3, 18, desk-hours, 3",
        "BRONZE, P3, 18, desk-hours, 3",
        "GOLD, P4, 45, desk-hours, 4",
        "SILVER, P4, 45, desk-hours, 4",
        "BRONZE, P4, 45, desk-hours, 4",
      })
  void tierAndPriorityDecide(
      String tier, String priority, int hours, String calendar, int reassignments) {
    Map<String, Object> answers =
        stuck.answers(Variables.putValue("tier", tier).putValue("priority", priority));

    assertThat(answers)
        .containsEntry("stuckAfterHours", hours)
        .containsEntry("reassignmentsAllowed", reassignments);
    assertThat(answers.get("calendar")).isEqualTo(calendar);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"GOLD, null", "GOLD, P5"})
  void anUnknownPriorityIsNotWatched(String tier, String priority) {
    assertThat(stuck.answers(Variables.putValue("tier", tier).putValue("priority", priority)))
        .isEmpty();
  }

  @Test
  void everyRuleIsTestedAbove() {
    assertThat(stuck.rules("stuck-incidents")).isEqualTo(6);
  }
}
