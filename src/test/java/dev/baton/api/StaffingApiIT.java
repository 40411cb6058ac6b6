package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.EngineClock;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.AppointDeputies;
import dev.baton.staff.rota.Deputy;
import dev.baton.staff.rota.EditShifts;
import dev.baton.staff.rota.PlanAbsences;
import dev.baton.staff.rota.TimeOfDay;
import dev.baton.staff.rota.WeeklyShift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is on, team by team. */
class StaffingApiIT extends ApiDesk {

  private static final String TEAM = "night-watch";
  private static final String STAFFING = "/api/v1/staffing";

  @Autowired EditShifts shifts;
  @Autowired PlanAbsences absences;
  @Autowired AppointDeputies deputies;
  @Autowired EngineClock clock;

  private Instant now;

  @BeforeEach
  void staffTheNightWatch() {
    now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (staff.team(TEAM).isPresent()) {
      return;
    }
    staff.register(new TeamView(TEAM, "Night watch"));
    watch("nell");
    watch("olga");
    watch("otis");
    absences.plan(
        new Absence(
            0,
            "olga",
            now.minusSeconds(60),
            now.plus(Duration.ofDays(3)),
            Absence.AbsenceKind.LEAVE,
            null));
    deputies.name(new Deputy(0, "olga", "nell", null, now.minusSeconds(60), null));
    shifts.keep(
        new WeeklyShift(
            0,
            "otis",
            null,
            EnumSet.allOf(DayOfWeek.class),
            TimeOfDay.parse("00:00"),
            TimeOfDay.parse("24:00"),
            ZoneOffset.UTC,
            LocalDate.parse("2100-01-01"),
            null,
            1));
  }

  private void watch(String login) {
    staff.register(
        new AgentView(
            login,
            login,
            login + "@desk.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of(Role.AGENT),
            Set.of(TEAM),
            true),
        PASSWORD);
  }

  @Test
  void aTeamShowsWhoIsOnWhoIsAwayAndWhoStandsIn() {
    JsonNode team = nightWatch("");

    assertThat(team.at("/team/name").asText()).isEqualTo("Night watch");
    assertThat(logins(team, "onDuty")).containsExactly("nell");
    JsonNode nell = onDuty(team, "nell");
    assertThat(nell.path("reason").asText()).isEqualTo("NO_ROTA");
    assertThat(nell.path("because").asText()).startsWith("on duty");
    assertThat(nell.path("ofTheTeam").asBoolean()).isTrue();
    assertThat(logins(team, "away")).containsExactly("olga", "otis");
    JsonNode olga = team.at("/away/0");
    assertThat(olga.path("reason").asText()).isEqualTo("ABSENT");
    assertThat(olga.path("because").asText()).startsWith("on leave until");
    assertThat(olga.at("/standIn/login").asText()).isEqualTo("nell");
    assertThat(team.at("/away/1/reason").asText()).isEqualTo("OFF_SHIFT");
    assertThat(team.at("/away/1/standIn").isObject()).isFalse();
    assertThat(Instant.parse(team.path("nextChange").asText()))
        .isEqualTo(Instant.parse(olga.path("until").asText()));
  }

  @Test
  void anotherInstantShowsWhoIsOnThen() {
    JsonNode team = nightWatch("&at=" + now.plus(Duration.ofDays(4)));

    assertThat(logins(team, "onDuty")).containsExactly("nell", "olga");
    assertThat(logins(team, "away")).containsExactly("otis");
  }

  @Test
  void everyonesOpenWorkAndTheQueueAreCounted() {
    JsonNode before = nightWatch("");
    String first = handedOver("Watched first");
    String second = handedOver("Watched second");
    String third = handedOver("Watched third");
    handedOver("Nobody's yet");
    ApiClient nell = agent.as("nell");
    nell.post("/api/v1/incidents/" + first + "/claim");
    agent.post(
        "/api/v1/incidents/" + second + "/assign",
        "{\"team\": \"%s\", \"assignee\": \"nell\"}".formatted(TEAM));
    nell.post("/api/v1/incidents/" + third + "/claim");
    nell.post(
        "/api/v1/incidents/" + third + "/hold",
        "{\"reason\": \"SUPPLIER\", \"until\": \"%s\", \"note\": \"Parts\"}"
            .formatted(now.plus(Duration.ofDays(1))));

    JsonNode team = nightWatch("");

    JsonNode work = onDuty(team, "nell").path("work");
    JsonNode earlier = onDuty(before, "nell").path("work");
    assertThat(more(work, earlier, "inProgress")).isEqualTo(1);
    assertThat(more(work, earlier, "assigned")).isEqualTo(1);
    assertThat(more(work, earlier, "onHold")).isEqualTo(1);
    assertThat(work.path("overdue").asInt()).isZero();
    assertThat(more(team.path("queue"), before.path("queue"), "waiting")).isEqualTo(1);
    assertThat(team.at("/queue/oldest").asText()).isNotBlank();
  }

  @Test
  void whoHoldsWorkFromElsewhereIsShownToo() {
    String number = handedOver("In a stranger's hands");
    agent.post(
        "/api/v1/incidents/" + number + "/assign",
        "{\"team\": \"%s\", \"assignee\": \"agent\"}".formatted(TEAM));

    JsonNode stranger = onDuty(nightWatch(""), "agent");

    assertThat(stranger.path("ofTheTeam").asBoolean()).isFalse();
    assertThat(stranger.at("/work/assigned").asInt() + stranger.at("/work/inProgress").asInt())
        .isPositive();
  }

  @Test
  void allTeamsAreShownByName() {
    JsonNode teams = agent.as("qa-specialist").get(STAFFING).json();

    assertThat(teams)
        .extracting(team -> team.at("/team/code").asText())
        .contains("applications", "network", "night-watch", "service-desk");
  }

  @Test
  void whatIsAskedWronglyIsNamedAndRequestersAreRefused() {
    assertThat(agent.get(STAFFING + "?team=nowhere&at=tomorrow").fieldsRefused())
        .containsExactlyInAnyOrder("team", "at");
    assertThat(requester.get(STAFFING).status()).isEqualTo(403);
    assertThat(nobody().get(STAFFING).status()).isEqualTo(401);
  }

  private String handedOver(String subject) {
    String number = newIncident(subject);
    agent.post("/api/v1/incidents/" + number + "/assign", "{\"team\": \"%s\"}".formatted(TEAM));
    return number;
  }

  private JsonNode nightWatch(String further) {
    ApiClient.Answer answer = agent.get(STAFFING + "?team=" + TEAM + further);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).hasSize(1);
    return answer.json().get(0);
  }

  private static JsonNode onDuty(JsonNode team, String login) {
    return StreamSupport.stream(team.path("onDuty").spliterator(), false)
        .filter(person -> person.path("login").asText().equals(login))
        .findFirst()
        .orElseThrow();
  }

  private static String[] logins(JsonNode team, String which) {
    return StreamSupport.stream(team.path(which).spliterator(), false)
        .filter(person -> person.path("ofTheTeam").asBoolean())
        .map(person -> person.path("login").asText())
        .toArray(String[]::new);
  }

  private static int more(JsonNode now, JsonNode before, String field) {
    return now.path(field).asInt() - before.path(field).asInt();
  }
}
