package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import java.net.http.HttpRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rota over HTTP: shifts, absences, deputies, who is on duty, and iCalendar. */
class RotaApiIT extends ApiDesk {

  private static final String AGENTS = "/api/v1/agents/";
  private static final String TEAMS = "/api/v1/teams/";
  private static final String WEEK = "?from=2026-05-04T00:00:00Z&to=2026-05-11T00:00:00Z";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String team = "net-" + mark;
  private final String olga = "olga-" + mark;
  private final String ben = "ben-" + mark;
  private ApiClient lead;

  @BeforeEach
  void aTeamOfTwo() {
    lead = agent.as("team-lead");
    staff.register(new TeamView(team, "Netz " + mark));
    register(olga);
    register(ben);
  }

  @Test
  void aWeeklyShiftIsKeptChangedAndRemoved() {
    ApiClient.Answer made = lead.post(AGENTS + olga + "/weekly-shifts", weekly("22:00", "06:00"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("zone")).isEqualTo("Europe/Berlin");
    assertThat(made.json().path("everyWeeks").asInt()).isEqualTo(1);
    assertThat(duty("2026-05-04T21:00:00Z").at("/people/1/because").asText())
        .isEqualTo("on shift until Tue 5 May 06:00");
    assertThat(agent.get(TEAMS + team + "/rota" + WEEK).json())
        .extracting(span -> span.path("kind").asText() + " " + span.path("from").asText())
        .containsExactly("SHIFT 2026-05-04T20:00:00Z", "SHIFT 2026-05-05T20:00:00Z");

    String path = AGENTS + olga + "/weekly-shifts/" + made.text("id");
    assertThat(lead.put(path, weekly("21:00", "24:00")).text("end")).isEqualTo("24:00");
    assertThat(agent.get(AGENTS + olga + "/weekly-shifts").json()).hasSize(1);
    assertThat(delete(lead, path).status()).isEqualTo(204);
    assertThat(delete(lead, path).status()).isEqualTo(404);
    assertThat(lead.put(path, weekly("21:00", "24:00")).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoShiftIsRefusedFieldByField() {
    String path = AGENTS + olga + "/weekly-shifts";

    assertThat(lead.post(path, "{}").fieldsRefused())
        .containsExactly("days", "end", "start", "validFrom");
    assertThat(lead.post(path, weekly("24:00", "25:00")).fieldsRefused())
        .containsExactly("end", "start");
    assertThat(
            lead.post(path, weekly("09:00", "10:00").replace("monday", "moonday")).fieldsRefused())
        .containsExactly("days");
    assertThat(
            lead.post(path, weekly("09:00", "10:00").replace("}", ", \"everyWeeks\": 9}"))
                .fieldsRefused())
        .containsExactly("everyWeeks");
    assertThat(
            lead.post(path, weekly("09:00", "10:00").replace("}", ", \"team\": \"network\"}"))
                .fieldsRefused())
        .containsExactly("team");
    assertThat(lead.post(AGENTS + "nobody/weekly-shifts", weekly("09:00", "10:00")).status())
        .isEqualTo(404);
    assertThat(
            lead.post(
                    AGENTS + olga + "/one-off-shifts",
                    """
                    {"from": "2026-05-04T10:00:00Z", "to": "2026-05-04T09:00:00Z"}
                    """)
                .fieldsRefused())
        .containsExactly("to");
  }

  @Test
  void aShiftIsSwapped() {
    lead.post(AGENTS + olga + "/weekly-shifts", weekly("09:00", "17:00"));
    lead.post(
        AGENTS + ben + "/one-off-shifts",
        """
        {"from": "2026-05-09T07:00:00Z", "to": "2026-05-09T09:00:00Z"}
        """);
    String swap =
        """
        {"fromLogin": "%s", "toLogin": "%s", "from": "2026-05-04T08:00:00Z",
         "to": "2026-05-04T09:00:00Z"}
        """;

    assertThat(lead.post("/api/v1/rota/swaps", swap.formatted(ben, olga)).fieldsRefused())
        .containsExactly("fromLogin");
    assertThat(lead.post("/api/v1/rota/swaps", swap.formatted(olga, ben)).json()).hasSize(2);
    assertThat(duty("2026-05-04T08:30:00Z").at("/responder/login").asText()).isEqualTo(ben);
    assertThat(duty("2026-05-04T08:30:00Z").path("people"))
        .extracting(person -> person.path("reason").asText())
        .containsExactly("EXTRA_SHIFT", "OFF_SHIFT");
  }

  @Test
  void anAbsenceWithADeputyIsAnsweredWithTheReason() {
    lead.post(AGENTS + ben + "/weekly-shifts", weekly("09:00", "17:00"));
    ApiClient olgas = signIn(olga);
    ApiClient.Answer away =
        olgas.post(
            AGENTS + olga + "/absences",
            """
            {"from": "2026-05-04T00:00:00+02:00", "until": "2026-05-12T00:00:00+02:00",
             "kind": "LEAVE", "note": "By the sea"}
            """);
    assertThat(away.status()).isEqualTo(201);
    assertThat(
            olgas
                .post(
                    AGENTS + olga + "/deputies",
                    "{\"deputy\": \"client-relationship-manager\", \"from\": \"2026-01-01T00:00:00Z\"}")
                .status())
        .isEqualTo(201);

    JsonNode duty = duty("2026-05-04T18:00:00Z");
    assertThat(duty.at("/responder/because").asText())
        .isEqualTo(
            "Olga is on leave until Tue 12 May; Client relationship manager stands in and is on"
                + " duty, no rota is kept.");
    assertThat(duty.at("/responder/standsInFor").asText()).isEqualTo(olga);

    assertThat(lead.get(AGENTS + olga + "/absences").response().body()).contains("By the sea");
    assertThat(agent.get(AGENTS + olga + "/absences").response().body())
        .contains("LEAVE")
        .doesNotContain("By the sea");
    String path = AGENTS + olga + "/absences/" + away.text("id");
    assertThat(olgas.post(path + "/return", "{\"at\": \"2026-05-04T12:00:00Z\"}").text("until"))
        .isEqualTo("2026-05-04T12:00:00Z");
    assertThat(
            olgas
                .post(
                    AGENTS + olga + "/absences",
                    "{\"from\": \"2026-05-04T11:00:00Z\", \"kind\": \"SICK\"}")
                .fieldsRefused())
        .containsExactly("from");
    assertThat(delete(olgas, path).status()).isEqualTo(204);
  }

  @Test
  void deputiesMayNotStandInForEachOtherInACircle() {
    lead.post(AGENTS + olga + "/deputies", "{\"deputy\": \"" + ben + "\"}");

    ApiClient.Answer refused =
        lead.post(AGENTS + ben + "/deputies", "{\"deputy\": \"" + olga + "\"}");

    assertThat(refused.fieldsRefused()).containsExactly("deputy");
    assertThat(refused.text("detail"))
        .contains("circle of deputies: %s -> %s -> %s".formatted(ben, olga, ben));
    String id = lead.get(AGENTS + olga + "/deputies").json().at("/0/id").asText();
    assertThat(delete(lead, AGENTS + olga + "/deputies/" + id).status()).isEqualTo(204);
  }

  @Test
  void aPostHasADeputy() {
    lead.post(AGENTS + olga + "/weekly-shifts", weekly("09:00", "17:00"));
    lead.post(AGENTS + ben + "/weekly-shifts", weekly("09:00", "17:00"));

    ApiClient.Answer made =
        lead.post(
            "/api/v1/post-deputies",
            """
            {"team": "%s", "role": "senior-agent", "deputy": "director-of-operations",
             "from": "2026-01-01T00:00:00Z"}
            """
                .formatted(team));

    assertThat(made.status()).isEqualTo(201);
    assertThat(duty("2026-05-09T10:00:00Z").at("/responder/login").asText())
        .isEqualTo("director-of-operations");
    assertThat(lead.post("/api/v1/post-deputies", "{\"deputy\": \"trainer\"}").fieldsRefused())
        .containsExactly("role");
    assertThat(delete(lead, "/api/v1/post-deputies/" + made.text("id")).status()).isEqualTo(204);
    assertThat(duty("2026-05-09T10:00:00Z").at("/responder/login").isNull()).isTrue();
  }

  @Test
  void nobodyIsNamedWhoMayNotAnswerEscalations() {
    for (String deputy : List.of("qa-specialist", "trainer", "process-owner")) {
      ApiClient.Answer ofPerson =
          lead.post(AGENTS + olga + "/deputies", "{\"deputy\": \"" + deputy + "\"}");
      ApiClient.Answer ofPost =
          lead.post(
              "/api/v1/post-deputies",
              "{\"team\": \"" + team + "\", \"deputy\": \"" + deputy + "\"}");

      assertThat(List.of(ofPerson, ofPost))
          .as(deputy)
          .allSatisfy(
              refused -> {
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.fieldsRefused()).containsExactly("deputy");
                assertThat(refused.text("detail")).contains(deputy, "answer escalations");
              });
    }
    assertThat(lead.get(AGENTS + olga + "/deputies").json()).isEmpty();
  }

  @Test
  void onlyWhoLeadsKeepsOtherPeoplesRota() {
    ApiClient olgas = signIn(olga);

    assertThat(olgas.post(AGENTS + olga + "/weekly-shifts", weekly("09:00", "17:00")).status())
        .isEqualTo(403);
    assertThat(
            olgas
                .post(
                    AGENTS + ben + "/absences",
                    "{\"from\": \"2026-05-04T11:00:00Z\", \"kind\": \"SICK\"}")
                .status())
        .isEqualTo(403);
    assertThat(olgas.post(AGENTS + ben + "/deputies", "{\"deputy\": \"lead\"}").status())
        .isEqualTo(403);
    assertThat(requester.get("/api/v1/duty?team=" + team).status()).isEqualTo(403);
    assertThat(requester.get(TEAMS + team + "/rota.ics").status()).isEqualTo(403);
  }

  @Test
  void halfOfASwapIsNotRemovedAlone() {
    lead.post(AGENTS + olga + "/weekly-shifts", weekly("09:00", "12:00"));
    lead.post(AGENTS + ben + "/weekly-shifts", weekly("13:00", "17:00"));
    ApiClient.Answer swapped =
        lead.post(
            "/api/v1/rota/swaps",
            """
            {"fromLogin": "%s", "toLogin": "%s", "from": "2026-05-04T07:00:00Z",
             "to": "2026-05-04T10:00:00Z"}
            """
                .formatted(olga, ben));
    assertThat(swapped.status()).as(swapped.body()).isEqualTo(201);
    String half = AGENTS + olga + "/one-off-shifts";

    ApiClient.Answer refused =
        delete(lead, half + "/" + lead.get(half + WEEK).json().at("/0/id").asText());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.fieldsRefused()).containsExactly("id");
    assertThat(refused.text("detail")).contains("part of a swap or move");
    assertThat(lead.get(half + WEEK).json()).hasSize(1);
    assertThat(lead.get(AGENTS + ben + "/one-off-shifts" + WEEK).json()).hasSize(1);
  }

  @Test
  void whatIsImportedFromTheFeedIsTheSameRota() {
    lead.post(AGENTS + olga + "/weekly-shifts", weekly("22:00", "06:00"));
    lead.post(
        AGENTS + ben + "/one-off-shifts",
        "{\"team\": \"%s\", \"from\": \"2026-05-09T07:00:00Z\", \"to\": \"2026-05-09T09:00:00Z\"}"
            .formatted(team));
    String year = "?from=2026-05-04T00:00:00Z&to=2026-06-04T00:00:00Z";
    List<String> before = worked(year);
    String feed = agent.get(TEAMS + team + "/rota.ics" + year).response().body();
    assertThat(feed).contains("BEGIN:VEVENT").contains("mailto:" + olga);

    JsonNode shifts = lead.get(AGENTS + olga + "/weekly-shifts").json();
    delete(lead, AGENTS + olga + "/weekly-shifts/" + shifts.at("/0/id").asText());
    shifts = lead.get(AGENTS + ben + "/one-off-shifts" + year).json();
    delete(lead, AGENTS + ben + "/one-off-shifts/" + shifts.at("/0/id").asText());
    assertThat(worked(year)).isEmpty();
    for (int twice = 0; twice < 2; twice++) {
      ApiClient.Answer imported = ics(TEAMS + team + "/rota.ics?source=planner", feed);
      assertThat(imported.status()).as(imported.response().body()).isEqualTo(200);
      assertThat(imported.json().path("shifts").asInt()).isEqualTo(before.size());
    }

    assertThat(worked(year)).isEqualTo(before);
    assertThat(ics(TEAMS + team + "/rota.ics?source=planner", calendar("")).status())
        .isEqualTo(200);
    assertThat(worked(year)).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsRefusedWithItsLineAndChangesNothing() {
    String path = AGENTS + olga + "/rota.ics?source=planner";
    String good = "DTSTART:20260504T090000\r\nDTEND:20260504T120000\r\n";
    assertThat(ics(path, calendar(event(good))).status()).isEqualTo(200);

    ApiClient.Answer refused =
        ics(path, calendar(event(good) + event("DTSTART;VALUE=DATE:20260505\r\n")));

    assertThat(refused.fieldsRefused()).containsExactly("body");
    assertThat(refused.text("detail")).contains("Line 9 (UID 1)").contains("all-day");
    assertThat(agent.get(AGENTS + olga + "/rota" + WEEK).json())
        .extracting(span -> span.path("from").asText())
        .containsExactly("2026-05-04T07:00:00Z");
    assertThat(ics(AGENTS + olga + "/rota.ics", calendar("")).fieldsRefused())
        .containsExactly("source");
  }

  @Test
  void agentsHaveSkillsAndLanguagesAndTeamsHaveHours() {
    ApiClient admin = agent.as("admin");
    String olgaAs =
        """
        {"name": "Olga", "email": "%s@desk.example", "zone": "Europe/Berlin", "language": "de",
         "roles": ["senior-agent"], "teams": ["%s"] %s}
        """;

    ApiClient.Answer put =
        admin.put(
            AGENTS + olga,
            olgaAs.formatted(olga, team, ", \"skills\": [\"VPN\"], \"languages\": [\"fr\"]"));
    assertThat(put.status()).as(put.response().body()).isEqualTo(200);
    assertThat(admin.put(AGENTS + olga, olgaAs.formatted(olga, team, "")).json().path("skills"))
        .extracting(JsonNode::asText)
        .containsExactly("vpn");
    assertThat(agent.get(AGENTS + olga).json().path("languages"))
        .extracting(JsonNode::asText)
        .containsExactly("fr");
    assertThat(
            admin
                .put(AGENTS + olga, olgaAs.formatted(olga, team, ", \"skills\": [\"a b\"]"))
                .status())
        .isEqualTo(422);
    assertThat(
            admin.put(TEAMS + team, "{\"name\": \"Netz\", \"hours\": \"nowhere\"}").fieldsRefused())
        .containsExactly("hours");
    assertThat(admin.put(TEAMS + team, "{\"name\": \"Netz %s\"}".formatted(mark)).status())
        .isEqualTo(200);
  }

  @Test
  void aQuestionAboutNoPostIsRefused() {
    assertThat(agent.get("/api/v1/duty").fieldsRefused()).containsExactly("team");
    assertThat(agent.get("/api/v1/duty?role=king&at=noon").fieldsRefused())
        .containsExactlyInAnyOrder("role", "at");
    assertThat(agent.get("/api/v1/duty?team=nowhere").status()).isEqualTo(404);
    assertThat(agent.get("/api/v1/duty?role=team-lead").status()).isEqualTo(200);
    assertThat(
            agent
                .get(TEAMS + team + "/rota?from=2026-05-04T00:00:00Z&to=2020-01-01T00:00:00Z")
                .fieldsRefused())
        .containsExactly("to");
  }

  private List<String> worked(String time) {
    return StreamSupport.stream(
            agent.get(TEAMS + team + "/rota" + time).json().spliterator(), false)
        .map(
            span ->
                span.path("login").asText()
                    + span.path("from").asText()
                    + "/"
                    + span.path("to").asText())
        .toList();
  }

  private JsonNode duty(String at) {
    return agent.get("/api/v1/duty?role=senior-agent&team=" + team + "&at=" + at).json();
  }

  private static String weekly(String start, String end) {
    return """
    {"days": ["monday", "tuesday"], "start": "%s", "end": "%s", "validFrom": "2026-01-01"}
    """
        .formatted(start, end);
  }

  private static String calendar(String events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + events + "END:VCALENDAR\r\n";
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\r\nUID:1\r\n" + lines + "END:VEVENT\r\n";
  }

  private ApiClient.Answer ics(String path, String body) {
    return lead.send(
        lead.request(path)
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .setHeader("Content-Type", "text/calendar"));
  }

  private static ApiClient.Answer delete(ApiClient who, String path) {
    return who.send(who.request(path).DELETE());
  }

  private ApiClient signIn(String login) {
    return agent.as(login);
  }

  private void register(String login) {
    staff.register(
        new AgentView(
            login,
            login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1, login.indexOf('-')),
            login + "@desk.example",
            ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH,
            Set.of(Role.SENIOR_AGENT),
            Set.of(team),
            true),
        PASSWORD);
  }
}
