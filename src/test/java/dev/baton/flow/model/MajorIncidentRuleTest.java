package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorIncidentRuleTest {

  private final DecisionUnderTest rule =
      new DecisionUnderTest(Path.of("processes/major-incident-rule.dmn"), "major-incident-rule");

  @ParameterizedTest(name = "{0} incidents at {1}, the most urgent {2}: {3}")
  @CsvSource(
      nullValues = "null",
      value = {
        "3, GOLD, P1, true",
        "3, GOLD, P2, true",
        "3, GOLD, P3, false",
        "2, GOLD, P1, false",
        "5, GOLD, P4, true",
        "5, GOLD, null, true",
        "4, GOLD, P3, false",
        "4, SILVER, P2, true",
        "3, SILVER, P1, false",
        "5, SILVER, P3, false",
        "6, BRONZE, P1, true",
        "5, BRONZE, P1, false",
        "6, BRONZE, P3, false",
        "10, BRONZE, P4, true",
        "9, SILVER, P4, false",
        "10, SILVER, null, true",
      })
  void howManyAreAMajorIncidentFollowsFromTierAndUrgency(
      int clusterSize, String tier, String highestPriority, boolean major) {
    assertThat(
            rule.answers(
                Variables.putValue("clusterSize", clusterSize)
                    .putValue("tier", tier)
                    .putValue("highestPriority", highestPriority)))
        .containsExactly(java.util.Map.entry("isMajor", major));
  }
}
