package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The gaps over HTTP. Team <em>watch</em> has one senior agent, who never works on Sundays. */
class CoverageApiIT extends ApiDesk {

  private static final String COVERAGE = "/api/v1/coverage";

  /** In hours; on a Sunday some of it passes during the test. */
  private static final double TWO_SUNDAYS = 47;

  @Autowired EditShifts shifts;
  @Autowired RuntimeService flows;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void aTeamWithAGap() {
    if (staff.team("watch").isEmpty()) {
      staff.register(new TeamView("watch", "Watch"));
      staff.register(
          new AgentView(
              "sunny",
              "Sunny",
              null,
              ZoneOffset.UTC,
              Locale.ENGLISH,
              Set.of(Role.SENIOR_AGENT),
              Set.of("watch"),
              true),
          null);
      shifts.keep(
          new WeeklyShift(
              0,
              "sunny",
              null,
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
              TimeOfDay.parse("00:00"),
              TimeOfDay.parse("24:00"),
              ZoneOffset.UTC,
              LocalDate.parse("2026-01-05"),
              null,
              1));
    }
  }

  /** Before it too: a story that moves the clock past the morning has it checked by the timer. */
  @BeforeEach
  @AfterEach
  void forgetTheCheck() {
    transaction.executeWithoutResult(
        begun -> {
          database.update("update coverage_check set checked_at = null");
          database.update("delete from coverage_gap");
        });
    flows.createProcessInstanceQuery().processDefinitionKey("coverage-gap").list().stream()
        .map(ProcessInstance::getId)
        .forEach(id -> flows.deleteProcessInstance(id, "The test is over."));
  }

  @Test
  void gapsAreListedByTeamAndRungWithTheirHours() {
    assertThat(agent.get(COVERAGE).json().path("checkedAt").isNull()).isTrue();

    ApiClient.Answer checked = agent.as("team-lead").post(COVERAGE + "/check");

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.text("checkedAt")).isNotBlank();
    ApiClient.Answer answer = agent.get(COVERAGE + "?team=watch");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode team = answer.json().path("teams").path(0);
    assertThat(team.path("team").asText()).isEqualTo("watch");
    assertThat(team.path("hours").asDouble()).isBetween(TWO_SUNDAYS, 48.0);
    JsonNode senior = rung(team, "senior-agent");
    assertThat(senior.path("kind").asText()).isEqualTo("OFF_DUTY");
    assertThat(senior.path("text").asText()).isEqualTo("No senior agent of team watch on duty.");
    assertThat(senior.path("asked").asBoolean()).isTrue();
    assertThat(senior.path("hours").asDouble()).isBetween(TWO_SUNDAYS, 48.0);
    assertThat(senior.path("gaps").size()).isBetween(2, 3); // one may be cut by now
    JsonNode lead = rung(team, "team-lead");
    assertThat(lead.path("kind").asText()).isEqualTo("NOBODY");
    assertThat(lead.path("asked").asBoolean(true)).isFalse();
    assertThat(lead.path("gaps")).isEmpty();
  }

  @Test
  void theGapsAreMeasured() {
    agent.as("admin").post(COVERAGE + "/check");

    JsonNode hours = agent.as("admin").get("/actuator/metrics/baton.coverage.gaps.hours").json();

    assertThat(hours.at("/measurements/0/value").asDouble()).isGreaterThanOrEqualTo(TWO_SUNDAYS);
  }

  @Test
  void anUnknownTeamIsNotFound() {
    assertThat(agent.get(COVERAGE + "?team=nowhere").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "qa-specialist", "process-owner"})
  void someOnlyRead(String role) {
    assertThat(agent.as(role).get(COVERAGE).status()).isEqualTo(200);
    assertThat(agent.as(role).post(COVERAGE + "/check").status()).isEqualTo(403);
  }

  @Test
  void aRequesterSeesNothingOfIt() {
    assertThat(requester.get(COVERAGE).status()).isEqualTo(403);
  }

  private static JsonNode rung(JsonNode team, String role) {
    for (JsonNode rung : team.path("rungs")) {
      if (rung.path("role").asText().equals(role) && rung.path("calendar").isNull()) {
        return rung;
      }
    }
    throw new AssertionError(role + " in " + team);
  }
}
