package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.assignment.AssignmentPolicy;
import java.nio.file.Path;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentDecisionTest {

  private final DecisionUnderTest assignment =
      new DecisionUnderTest(Path.of("processes/assignment.dmn"), "assignment");

  @ParameterizedTest(name = "team {0}, {1}, {2}, category {3}: {4}")
  @CsvSource(
      nullValues = "null",
      value = {
        "field-service, P1, GOLD, printer, ROUND_ROBIN",
        "field-service, P4, BRONZE, null, ROUND_ROBIN",
        "workplace, P1, GOLD, access, SKILLS_FIRST identity",
        "workplace, P2, SILVER, access, SKILLS_FIRST identity",
        "workplace, P3, GOLD, access, LEAST_LOADED",
        "workplace, P1, GOLD, laptop, LEAST_LOADED",
        "workplace, P2, GOLD, null, LEAST_LOADED",
        "specialists, P3, GOLD, vpn, SKILLS_FIRST",
        "specialists, P1, BRONZE, null, SKILLS_FIRST",
        "service-desk, P1, GOLD, access, PULL",
        "network, P3, SILVER, vpn, PULL",
        "null, null, null, null, PULL",
      })
  void theTeamThePriorityAndTheCategoryDecide(
      String team, String priority, String tier, String category, String policy) {
    String decided =
        assignment.evaluate(
            Variables.putValue("team", team)
                .putValue("priority", priority)
                .putValue("tier", tier)
                .putValue("category", category));

    assertThat(decided).isEqualTo(policy);
    assertThat(AssignmentPolicy.parse(decided)).isNotNull();
  }

  @Test
  void everyRuleIsTried() {
    assertThat(assignment.rules("assignment")).isEqualTo(5);
  }
}
