package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The way into an empty desk: clients, services, requesters, teams and agents. */
class AdministrationApiIT extends ApiDesk {

  private static final String CLIENTS = "/api/v1/clients/";
  private static final String TEAMS = "/api/v1/teams/";
  private static final String AGENTS = "/api/v1/agents/";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private ApiClient admin;

  @Autowired Obligations obligations;

  @BeforeEach
  void theAdministratorSignsIn() {
    admin = agent.as("admin");
  }

  @Test
  void aClientIsRegisteredOnceAndThenBroughtUpToDate() {
    ApiClient.Answer made = admin.put(CLIENTS + "c-" + mark, client("GOLD"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(admin.get(URI.create(made.header("Location")).getPath()).json())
        .isEqualTo(made.json());
    assertThat(made.text("zone")).isEqualTo("Europe/Paris");
    assertThat(made.json().path("confirmationDays").asInt()).isEqualTo(5);
    assertThat(made.json().path("reminders").asInt()).isEqualTo(3);
    assertThat(made.json().path("reminderDays").asInt()).isEqualTo(2);

    ApiClient.Answer changed = admin.put(CLIENTS + "c-" + mark, client("BRONZE"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("tier")).isEqualTo("BRONZE");
    assertThat(agent.get("/api/v1/clients").response().body()).contains("c-" + mark);
  }

  @Test
  void aClientIsRefusedFieldByField() {
    String path = CLIENTS + "c-" + mark;

    assertThat(admin.put(path, "{}").fieldsRefused())
        .containsExactly("language", "name", "tier", "zone");
    ApiClient.Answer wrong =
        admin.put(
            path,
            """
            {"name": " ", "tier": "PLATINUM", "zone": "Mars/Base", "language": "klingon-x",
             "confirmationDays": -1, "reminders": 101, "reminderDays": 400}
            """);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
    assertThat(wrong.fieldsRefused())
        .containsExactly(
            "confirmationDays", "language", "name", "reminderDays", "reminders", "tier", "zone");
    assertThat(wrong.response().body()).contains("GOLD, SILVER, BRONZE");
    assertThat(admin.put(path, client("GOLD").replace("\"tier\"", "\"level\"")).status())
        .isEqualTo(422);
    assertThat(
            admin
                .put(path, client("GOLD").replace("\"name\"", "\"reminderDays\": 0, \"name\""))
                .fieldsRefused())
        .containsExactly("reminderDays");
    assertThat(admin.put(path, client("GOLD").replace("C " + mark, "ACME")).fieldsRefused())
        .containsExactly("name");
    assertThat(admin.put(CLIENTS + "Not%20Good", client("GOLD")).fieldsRefused())
        .containsExactly("code");
    assertThat(admin.put(path, "nothing").status()).isEqualTo(400);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  /** The words of a name are no hint at a field, whatever quotation marks it has. */
  @Test
  void aRefusalNamesItsFieldWhateverTheNameSays() {
    String services = CLIENTS + "acme/services";
    String theirs = "Guy's password, language and tier of " + mark;

    assertThat(admin.put(services + "/s-" + mark, name(theirs)).status()).isEqualTo(201);
    assertThat(admin.put(services + "/t-" + mark, name(theirs)).fieldsRefused())
        .containsExactly("name");
    assertThat(admin.put(TEAMS + "s-" + mark, name(theirs)).status()).isEqualTo(201);
    assertThat(admin.put(TEAMS + "t-" + mark, name(theirs)).fieldsRefused())
        .containsExactly("name");
  }

  @Test
  void aServiceBelongsToItsClient() {
    String services = CLIENTS + "acme/services";

    assertThat(admin.put(services + "/s-" + mark, name("Mail " + mark)).status()).isEqualTo(201);
    assertThat(admin.put(services + "/s-" + mark, name("Post " + mark)).status()).isEqualTo(200);
    assertThat(requester.get(services).response().body()).contains("Post " + mark);
    assertThat(admin.get(services + "/s-" + mark).text("name")).isEqualTo("Post " + mark);
    assertThat(admin.put(services + "/t-" + mark, name("post " + mark)).fieldsRefused())
        .containsExactly("name");
    assertThat(admin.put(services + "/t-" + mark, name("")).fieldsRefused())
        .containsExactly("name");
    ApiClient.Answer nowhere = admin.put(CLIENTS + "nowhere/services/mail", name("Mail"));
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.text("type")).isEqualTo("urn:baton:problem:unknown-client");
  }

  @Test
  void aRequesterGetsASignInAndReports() {
    ApiClient manager = agent.as("client-relationship-manager");
    String eve = CLIENTS + "acme/requesters/eve-" + mark + "@acme.example";

    ApiClient.Answer made =
        manager.put(eve, person("\"vip\": true, \"login\": \"eve-%s\", " + withPassword()));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("vip").asBoolean()).isTrue();
    assertThat(made.response().body()).doesNotContain(PASSWORD);
    ApiClient self = agent.as("eve-" + mark);
    assertThat(self.get(eve).text("login")).isEqualTo("eve-" + mark);
    assertThat(self.get(CLIENTS + "acme/requesters/ada@acme.example").status()).isEqualTo(404);
    assertThat(
            self.post(
                    "/api/v1/incidents",
                    """
                    {"channel": "WEB", "subject": "Mine", "impact": "LOW", "urgency": "LOW"}
                    """)
                .text("client"))
        .isEqualTo("acme");
  }

  @Test
  void aRequesterWithoutASignInNameCannotSignInAnyMore() {
    String eve = CLIENTS + "acme/requesters/eve-" + mark + "@acme.example";
    admin.put(eve, person("\"login\": \"eve-%s\", " + withPassword()));

    ApiClient.Answer changed = admin.put(eve, person("\"phone\": \"+33 1\""));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("login").isNull()).isTrue();
    assertThat(agent.as("eve-" + mark).get("/api/v1/incidents").status()).isEqualTo(401);
  }

  @Test
  void aRequesterIsRefusedAsAWholeWithTheField() {
    String eve = CLIENTS + "acme/requesters/eve-" + mark + "@acme.example";

    ApiClient.Answer weak = admin.put(eve, person("\"login\": \"eve-%s\", \"password\": \"weak\""));
    assertThat(weak.fieldsRefused()).containsExactly("password");
    assertThat(weak.text("detail")).contains("at least 12 characters");
    assertThat(admin.get(eve).status()).isEqualTo(404);
    assertThat(admin.put(eve, person("\"login\": \"agent\"")).fieldsRefused())
        .containsExactly("login");
    assertThat(admin.put(eve, person("\"login\": \"ada\"")).fieldsRefused())
        .containsExactly("login");
    assertThat(admin.put(eve, person("\"login\": \"Not Good\"")).fieldsRefused())
        .containsExactly("login");
    assertThat(admin.put(eve, person(withPassword())).fieldsRefused()).containsExactly("login");
    assertThat(admin.put(eve, "{}").fieldsRefused()).containsExactly("name");
    assertThat(
            admin
                .put(CLIENTS + "acme/requesters/nonsense", person("\"vip\": false"))
                .fieldsRefused())
        .containsExactly("email");
  }

  @Test
  void aTeamIsRegisteredAndRenamed() {
    assertThat(admin.put(TEAMS + "t-" + mark, name("Team " + mark)).status()).isEqualTo(201);
    assertThat(admin.put(TEAMS + "t-" + mark, name("Crew " + mark)).status()).isEqualTo(200);

    assertThat(agent.get("/api/v1/teams").response().body()).contains("Crew " + mark);
    assertThat(agent.get(TEAMS + "t-" + mark).text("name")).isEqualTo("Crew " + mark);
    assertThat(agent.get(TEAMS + "nobody").text("type"))
        .isEqualTo("urn:baton:problem:unknown-team");
    assertThat(admin.put(TEAMS + "Bad_code!", name("x")).fieldsRefused()).containsExactly("code");
    assertThat(admin.put(TEAMS + "u-" + mark, name("crew " + mark)).fieldsRefused())
        .containsExactly("name");
  }

  @Test
  void anAgentIsRegisteredSignsInAndLeaves() {
    String kim = AGENTS + "kim-" + mark;

    ApiClient.Answer made =
        admin.put(kim, agent("\"agent\", \"trainer\"", "\"network\"", withPassword()));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("roles")).hasSize(2);
    assertThat(made.response().body()).doesNotContain(PASSWORD);
    assertThat(agent.as("kim-" + mark).get("/api/v1/agents").response().body()).contains(mark);

    admin.put(AGENTS + "leaver-" + mark, agent("\"agent\"", "\"network\"", withPassword()));
    ApiClient.Answer left =
        admin.put(AGENTS + "leaver-" + mark, agent("\"agent\"", "", "\"active\": false"));

    assertThat(left.status()).isEqualTo(200);
    assertThat(agent.get(AGENTS + "leaver-" + mark).json().path("active").asBoolean(true))
        .isFalse();
    assertThat(agent.as("leaver-" + mark).get("/api/v1/incidents").status()).isEqualTo(401);
  }

  @Test
  void anAgentIsRefusedWithWhatWouldBeAccepted() {
    String kim = AGENTS + "kim-" + mark;

    ApiClient.Answer unknown = admin.put(kim, agent("\"king\"", "\"court\"", "\"active\": true"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.fieldsRefused()).containsExactly("roles", "teams");
    assertThat(unknown.response().body()).contains("senior-agent", "service-desk");
    assertThat(admin.put(kim, "{}").fieldsRefused())
        .containsExactly("email", "language", "name", "roles", "teams", "zone");
    assertThat(admin.put(kim, agent("null", "null", "\"active\": true")).fieldsRefused())
        .containsExactly("roles", "teams");
    ApiClient.Answer weak = admin.put(kim, agent("\"agent\"", "", "\"password\": \"weak\""));
    assertThat(weak.fieldsRefused()).containsExactly("password");
    assertThat(weak.text("detail")).contains("at least 12 characters");
    assertThat(
            admin.put(AGENTS + "Kim", agent("\"agent\"", "", "\"active\": true")).fieldsRefused())
        .containsExactly("login");
    assertThat(
            admin.put(AGENTS + "ada", agent("\"admin\"", "", "\"active\": true")).fieldsRefused())
        .containsExactly("login");
    assertThat(admin.get(kim).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"agent, true", "admin, false"})
  void theLastAdministratorStays(String role, boolean active) {
    staff.agents().stream()
        .filter(other -> other.roles().contains(Role.ADMIN) && !other.login().equals("admin"))
        .forEach(this::leaves);

    ApiClient.Answer refused =
        admin.put(AGENTS + "admin", agent("\"" + role + "\"", "", "\"active\": " + active));

    assertThat(refused.fieldsRefused()).containsExactly("roles");
    assertThat(admin.get(AGENTS + "admin").json().path("active").asBoolean()).isTrue();
    assertThat(admin.get(AGENTS + "admin").json().path("roles").toString()).contains("admin");
  }

  private void leaves(AgentView other) {
    staff.register(
        new AgentView(
            other.login(),
            other.name(),
            other.email(),
            other.zone(),
            other.language(),
            other.roles(),
            other.teams(),
            false),
        null);
  }

  @Test
  void theSameAgentRegisteredByManyAtOnceIsNewOnce() {
    List<ApiClient.Answer> answers =
        atOnce(4, () -> admin.put(AGENTS + "kim-" + mark, agent("\"agent\"", "", withPassword())));

    assertThat(answers)
        .extracting(ApiClient.Answer::status)
        .containsExactlyInAnyOrder(201, 200, 200, 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "service-desk-manager", "process-owner", "ada"})
  void onlyAnAdministratorRegisters(String login) {
    ApiClient other = agent.as(login);

    assertThat(other.put(CLIENTS + "c-" + mark, client("GOLD")).status()).isEqualTo(403);
    assertThat(other.put(CLIENTS + "acme/services/x", name("X")).status()).isEqualTo(403);
    assertThat(
            other.put(CLIENTS + "acme/requesters/x@acme.example", person("\"vip\": true")).status())
        .isEqualTo(403);
    assertThat(other.put(TEAMS + "t-" + mark, name("T")).status()).isEqualTo(403);
    ApiClient.Answer refused =
        other.put(AGENTS + login, agent("\"admin\"", "", "\"active\": true"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("register clients");
  }

  @Test
  void aClientsPersonSeesItsOwnClientAlone() {
    assertThat(requester.get("/api/v1/clients").json()).hasSize(1);
    assertThat(requester.get(CLIENTS + "acme").status()).isEqualTo(200);
    for (String path : new String[] {"globex", "globex/services", "nowhere"}) {
      assertThat(requester.get(CLIENTS + path).status()).isEqualTo(404);
    }
    assertThat(requester.get("/api/v1/teams").status()).isEqualTo(403);
    assertThat(requester.get("/api/v1/agents").status()).isEqualTo(403);
    assertThat(agent.as("client-relationship-manager").put(TEAMS + "x", name("X")).status())
        .isEqualTo(403);
  }

  /** The commands of the guide are sent as they stand there. */
  @Test
  void theFirstDayLeadsToTheFirstIncident() throws IOException {
    List<String> commands =
        Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("src/docs/first-day.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(commands).hasSize(5);

    for (String command : commands.subList(0, 4)) {
      assertThat(send(command).status()).as(command).isEqualTo(201);
    }
    jobs.runDue();
    ApiClient.Answer found = send(commands.get(4));

    assertThat(found.json().path("totalItems").asInt()).isEqualTo(1);
    assertThat(found.json().at("/items/0/status").asText()).isEqualTo("ASSIGNED");
    assertThat(found.json().at("/items/0/priority").asText()).isEqualTo("P2");
    assertThat(found.json().at("/items/0/team").asText()).isEqualTo("service-desk");
    IncidentNumber number = new IncidentNumber(found.json().at("/items/0/number").asText());
    assertThat(obligations.of(number))
        .extracting(ObligationView::kind)
        .as("what the agreement promises, and news as the communication plan has it")
        .containsExactly(ObligationKind.RESPONSE, ObligationKind.RESOLUTION, ObligationKind.UPDATE);
    assertThat(agent.as("lena.fischer", "First-day-4-you").get("/api/v1/incidents").status())
        .isEqualTo(200);
  }

  private ApiClient.Answer send(String curl) {
    String method = part(curl, "-X (\\w+)", "GET");
    String path = part(curl, "http://localhost:8080([^\\s\"]+)", null);
    String body = part(curl, "(?:-d|--data-binary) '([^']*)'", "");
    String type = part(curl, "-H 'Content-Type: ([^']*)'", "application/json");
    return admin.send(
        admin
            .request(path)
            .setHeader("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String part(String text, String pattern, String otherwise) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.results().findFirst().map((MatchResult it) -> it.group(1)).orElse(otherwise);
  }

  private String client(String tier) {
    return """
    {"name": "C %s", "tier": "%s", "zone": "Europe/Paris", "language": "fr"}
    """
        .formatted(mark, tier);
  }

  private static String name(String name) {
    return "{\"name\": \"" + name + "\"}";
  }

  private String person(String more) {
    return "{\"name\": \"Evelyn Stone\", " + more.replace("%s", mark) + "}";
  }

  private static String agent(String roles, String teams, String more) {
    return """
    {"name": "Kim Doe", "email": "kim@desk.example", "zone": "UTC", "language": "en",
     "roles": [%s], "teams": [%s], %s}
    """
        .formatted(roles, teams, more);
  }

  private static String withPassword() {
    return "\"password\": \"" + PASSWORD + "\"";
  }
}
