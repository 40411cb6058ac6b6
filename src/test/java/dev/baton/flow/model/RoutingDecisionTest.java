package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingDecisionTest {

  private final DecisionUnderTest routing =
      new DecisionUnderTest(Path.of("processes/routing.dmn"), "routing");

  @ParameterizedTest(name = "asked for {0}, line {1}, category {2}: {3}")
  @CsvSource(
      nullValues = "null",
      value = {
        "network, FIRST, null, network",
        "hardware-hotline, FIRST, software, hardware-hotline",
        "null, FIRST, null, service-desk",
        "null, FIRST, network, service-desk",
        "null, SECOND, network, network",
        "null, SECOND, vpn, network",
        "null, SECOND, wifi, network",
        "null, SECOND, software, applications",
        "null, SECOND, application, applications",
        "null, SECOND, access, applications",
        "null, SECOND, email, applications",
        "null, SECOND, printer, applications",
        "null, SECOND, null, applications",
        "service-desk, SECOND, vpn, network",
        "network, SECOND, null, applications",
      })
  void theRequestTheLineAndTheCategoryDecide(
      String requestedTeam, String line, String category, String team) {
    assertThat(of(requestedTeam, line, category)).isEqualTo(team);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null, THIRD, vpn", "network, null, null"})
  void anUnknownLineHasNoTeam(String requestedTeam, String line, String category) {
    assertThat(of(requestedTeam, line, category)).isNull();
  }

  private String of(String requestedTeam, String line, String category) {
    return routing.evaluate(
        Variables.putValue("requestedTeam", requestedTeam)
            .putValue("line", line)
            .putValue("category", category));
  }
}
