package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityDecisionTest {

  private final DecisionUnderTest priority =
      new DecisionUnderTest(Path.of("processes/priority.dmn"), "priority");

  @ParameterizedTest(name = "{0} impact and {1} urgency")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          impact | urgency | gold | goldVip | silver | silverVip | bronze | bronzeVip
          HIGH   | HIGH    | P1   | P1      | P1     | P1        | P1     | P1
          HIGH   | MEDIUM  | P2   | P2      | P2     | P2        | P2     | P2
          MEDIUM | HIGH    | P2   | P2      | P2     | P2        | P2     | P2
          MEDIUM | MEDIUM  | P3   | P2      | P3     | P3        | P3     | P3
          HIGH   | LOW     | P3   | P2      | P3     | P3        | P3     | P3
          LOW    | HIGH    | P3   | P2      | P3     | P3        | P3     | P3
          MEDIUM | LOW     | P4   | P3      | P4     | P3        | P4     | P4
          LOW    | MEDIUM  | P4   | P3      | P4     | P3        | P4     | P4
          LOW    | LOW     | P4   | P3      | P4     | P3        | P4     | P4
          """)
  void impactAndUrgencyDecideAndAVipOfAGoodClientIsRaised(
      String impact,
      String urgency,
      String gold,
      String goldVip,
      String silver,
      String silverVip,
      String bronze,
      String bronzeVip) {
    assertThat(of(impact, urgency, "GOLD", false)).isEqualTo(gold);
    assertThat(of(impact, urgency, "GOLD", true)).isEqualTo(goldVip);
    assertThat(of(impact, urgency, "SILVER", false)).isEqualTo(silver);
    assertThat(of(impact, urgency, "SILVER", true)).isEqualTo(silverVip);
    assertThat(of(impact, urgency, "BRONZE", false)).isEqualTo(bronze);
    assertThat(of(impact, urgency, "BRONZE", true)).isEqualTo(bronzeVip);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "SEVERE, HIGH, GOLD, true",
        "HIGH, soon, GOLD, false",
        "null, HIGH, GOLD, false",
        "HIGH, null, GOLD, true",
        "HIGH, HIGH, PLATINUM, true",
        "LOW, LOW, PLATINUM, false",
        "HIGH, HIGH, null, false",
        "HIGH, HIGH, GOLD, null",
        "LOW, LOW, GOLD, null",
        "MEDIUM, MEDIUM, GOLD, null",
        "LOW, LOW, SILVER, null"
      })
  void whatItDoesNotKnowHasNoPriority(String impact, String urgency, String tier, Boolean vip) {
    assertThat(of(impact, urgency, tier, vip)).isNull();
  }

  @Test
  void everyRuleOfBothTablesIsUsed() {
    assertThat(priority.rules("matrixPriority")).isEqualTo(9);
    assertThat(priority.rules("priority")).isEqualTo(4);
  }

  private String of(String impact, String urgency, String tier, Boolean vip) {
    return priority.evaluate(
        Variables.putValue("impact", impact)
            .putValue("urgency", urgency)
            .putValue("tier", tier)
            .putValue("vip", vip));
  }
}
