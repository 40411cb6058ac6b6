package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.client.ClientView;
import dev.baton.engine.EngineClock;
import dev.baton.sla.agreement.AgreementDocument;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.PublishAgreements;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A process owner tries a proposal with the incidents of a desk of its own. */
class FlowTrialsIT extends ApiDesk {

  private static final String PROPOSALS = "/api/v1/flows/proposals/";
  private static final String CLASS_PATH = "java.class.path";
  private static final String classPath = System.getProperty(CLASS_PATH);

  /** Before those of other tests. */
  private static final Instant DAY = Instant.parse("2019-03-04T08:00:00Z");

  private static final String CLIENT = "trial-client";
  private static final String AGREEMENT =
      """
      calendars:
        - name: trial-hours
          zone: UTC
          week: {mon: 00:00-24:00, tue: 00:00-24:00, wed: 00:00-24:00, thu: 00:00-24:00}
      agreements:
        - name: trial-agreement
          client: trial-client
          calendar: trial-hours
          promises:
            - {obligation: RESPONSE, priorities: [P3, P4], target: 1 hour}
            - {obligation: RESOLUTION, priorities: [P3, P4], target: 8 hours}
      """;

  @Autowired JdbcTemplate database;
  @Autowired EngineClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired PublishAgreements agreements;

  private ApiClient owner;

  /** Without what measures the coverage of the flows in tests: it wants a test around it. */
  @BeforeAll
  static void programsMeasureNoCoverage() {
    System.setProperty(
        CLASS_PATH,
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> !entry.contains("process_test_coverage"))
            .collect(Collectors.joining(File.pathSeparator)));
  }

  @AfterAll
  static void asItWas() {
    System.setProperty(CLASS_PATH, classPath);
  }

  @BeforeEach
  void incidentsAreRecorded() {
    owner = agent.as("process-owner");
    deployDirectly(false);
    clock.travelTo(DAY);
    if (clients.find(CLIENT).isEmpty()) {
      record();
    }
    clock.travelTo(DAY.plus(Duration.ofDays(1)));
  }

  private void record() {
    ClientView acme = clients.find("acme").orElseThrow();
    clients.register(
        new ClientView(
            0,
            CLIENT,
            "Trial client",
            acme.tier(),
            acme.zone(),
            acme.language(),
            acme.confirmationDays(),
            acme.reminders(),
            acme.reminderDays()));
    AgreementDocument promised = AgreementYaml.read(AGREEMENT);
    promised.calendars().forEach(agreements::publish);
    promised.agreements().forEach(agreements::publish);
    RecordedStories stories = new RecordedStories(CLIENT, agent, agent, jobs, clock, DAY);
    stories.longOne();
    stories.duplicateOf(stories.handedOver());
    stories.cancelled();
  }

  @AfterEach
  void nothingIsProposed() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                database.queryForObject(
                        "select count(*) from flow_trial where running = 1", Integer.class)
                    == 0);
    change("delete from flow_proposal");
    clock.reset();
  }

  private void change(String sql, Object... values) {
    transaction.executeWithoutResult(status -> database.update(sql, values));
  }

  private String proposed(String priority) {
    ApiClient.Answer sent = Deployments.deploy(owner, "priority.dmn", priority);
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    return sent.text("id").substring("proposal-".length());
  }

  private static String everythingIsP1() {
    return ShippedFiles.text("priority.dmn")
        .replaceFirst("(asTheMatrixSaysResult[^>]*>\\s*<text>)matrixPriority", "$1\"P1\"");
  }

  private static String sameAgain() {
    return ShippedFiles.text("priority.dmn").replace("</definitions>", " </definitions>");
  }

  private ApiClient.Answer start(ApiClient who, String proposal) {
    return who.post(PROPOSALS + proposal + "/trials", "{\"days\": 2, \"incidents\": 10}");
  }

  private JsonNode ended(String proposal, int number) {
    await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () ->
                !owner
                    .get(PROPOSALS + proposal + "/trials/" + number)
                    .text("state")
                    .equals("RUNNING"));
    return owner.get(PROPOSALS + proposal + "/trials/" + number).json();
  }

  @Test
  void aTableThatMakesEverythingP1ShowsWhichIncidentsWouldDiffer() throws Exception {
    String proposal = proposed(everythingIsP1());

    ApiClient.Answer started = start(owner, proposal);

    assertThat(started.status()).as(started.body()).isEqualTo(202);
    assertThat(started.header("Location")).endsWith(PROPOSALS + proposal + "/trials/1");
    assertThat(owner.get("/desk/flows/proposals/" + proposal).body())
        .contains("Cancel the trial", "every 2s");
    JsonNode trial = ended(proposal, 1);
    assertThat(trial.path("state").asText()).as(trial.toString()).isEqualTo("DONE");
    JsonNode result = trial.path("result");
    assertThat(result.path("incidents").asInt()).isEqualTo(4);
    assertThat(result.path("differing").asInt()).isEqualTo(4);
    assertThat(texts(result.path("causes"), "cause"))
        .contains("Priority changes from P3 to P1", "Priority changes from P4 to P1");
    JsonNode promise = result.at("/promises/0");
    assertThat(promise.path("notPromisedAnyMore").asInt()).isPositive();
    assertThat(result.path("steps")).isNotEmpty();
    ApiClient manager = agent.as("service-desk-manager");
    assertThat(manager.get("/desk/flows/proposals/" + proposal).body())
        .contains("4 incidents replayed", "Priority changes from P3 to P1", "no longer be promised")
        .contains("/trials/1/report")
        .doesNotContain("name=\"days\"");
    assertThat(german(manager, "/desk/flows/proposals/" + proposal))
        .contains("Probelauf", "4 Störungen durchgespielt", "nicht mehr zugesagt")
        .contains("Priorität P1 statt P3")
        .doesNotContain("Priority changes");
    Map<String, String> reports = reports(proposal, 1);
    assertThat(reports)
        .containsKeys("report.html", "report.json", "live/report.html", "proposed/report.html");
    assertThat(reports.get("report.html")).contains("Priority changes from P3 to P1");
  }

  @Test
  void aProposalOfUnchangedBehaviourDiffersInNothingAndTheReplayIsWhatWasRecorded()
      throws Exception {
    String proposal = proposed(sameAgain());

    assertThat(start(owner, proposal).status()).isEqualTo(202);

    JsonNode trial = ended(proposal, 1);
    assertThat(trial.path("state").asText()).as(trial.toString()).isEqualTo("DONE");
    assertThat(trial.at("/result/differing").asInt()).as(trial.toString()).isZero();
    assertThat(texts(trial.at("/result/gaps"), "reason"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("People reassigned it");
    JsonNode live = new ObjectMapper().readTree(reports(proposal, 1).get("live/report.json"));
    assertThat(live.path("incidents").asInt()).isEqualTo(4);
    assertThat(live.path("refusedEvents").asInt()).as(live.toString()).isZero();
    assertThat(live.path("disagreements")).isEmpty();
    assertThat(owner.get("/desk/flows/proposals/" + proposal).body())
        .contains("Both releases do the same.");
  }

  @Test
  void oneTrialRunsAtATimeAndOneWhoseNodeHasGoneCanBeStartedAgain() {
    String proposal = proposed(everythingIsP1());
    assertThat(start(agent, proposal).status()).isEqualTo(403);
    assertThat(start(agent.as("admin"), proposal).status()).isEqualTo(403);
    assertThat(start(owner, "999999").status()).isEqualTo(404);
    assertThat(
            owner
                .post(PROPOSALS + proposal + "/trials", "{\"days\": 0, \"incidents\": 9}")
                .fieldsRefused())
        .containsExactly("days");
    change(
        """
        insert into flow_trial (proposal_id, number, revision, state, running, days, incidents,
          started_by, started_at, progress, lease_until)
        values (?, 1, 1, 'RUNNING', 1, 2, 10, 'process-owner', utc_timestamp(3), 40,
          utc_timestamp(3) + interval 1 minute)
        """,
        proposal);

    assertThat(start(owner, proposal).status()).isEqualTo(409);
    assertThat(start(owner, proposal).body()).contains("Trial 1 of proposal " + proposal);

    change("update flow_trial set lease_until = utc_timestamp(3) - interval 1 second");
    assertThat(owner.get(PROPOSALS + proposal + "/trials/1").text("state"))
        .isEqualTo("INTERRUPTED");
    assertThat(owner.get("/desk/flows/proposals/" + proposal).body())
        .contains("The node that ran it has stopped.", "name=\"days\"");

    assertThat(start(owner, proposal).text("number")).isEqualTo("2");
    String second = PROPOSALS + proposal + "/trials/2";
    assertThat(agent.post(second + "/cancel", "").status()).isEqualTo(403);
    assertThat(owner.post(second + "/cancel", "").text("state")).isEqualTo("CANCELLED");
    assertThat(owner.post(second + "/cancel", "").status()).isEqualTo(409);
    assertThat(owner.get(second + "/report").status()).isEqualTo(404);
    assertThat(texts(owner.get(PROPOSALS + proposal + "/trials").json(), "state"))
        .containsExactly("CANCELLED", "INTERRUPTED");
    assertThat(
            database.queryForList(
                "select words from audit_entry where subject = ? order by id",
                String.class,
                "Proposal " + proposal))
        .contains(
            "Started trial 2 with at most 10 incidents of the last 2 days", "Cancelled trial 2");
  }

  private static List<String> texts(JsonNode items, String field) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  private static String german(ApiClient somebody, String path) {
    return somebody.send(somebody.request(path).setHeader("Accept-Language", "de").GET()).body();
  }

  private Map<String, String> reports(String proposal, int number) throws Exception {
    HttpRequest request =
        owner.request(PROPOSALS + proposal + "/trials/" + number + "/report").GET().build();
    byte[] archive =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
