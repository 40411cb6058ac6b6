package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.engine.EngineClock;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import dev.baton.staff.TeamView;
import dev.baton.support.CountedSql;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StreamUtils;

/** The board over HTTP: each story has a client of its own, by which its board is filtered. */
class BoardApiIT extends ApiDesk {

  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String LIFECYCLE = "incident-lifecycle";
  private static final Instant MORNING = Instant.parse("2026-06-03T07:00:00Z");
  private static final AtomicInteger STORIES = new AtomicInteger();

  @Autowired PublishAgreements publish;
  @Autowired EngineClock clock;
  @Autowired ManagementService managementService;
  @Autowired RepositoryService repositoryService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;

  private final String client = "board-" + STORIES.incrementAndGet();
  private final List<String> reported = new ArrayList<>();
  private final List<String> deployments = new ArrayList<>();
  private ApiClient manager;

  @BeforeEach
  void aClientWithPromises() {
    clock.travelTo(MORNING);
    manager = agent.as("service-desk-manager");
    clients.register(
        new ClientView(0, client, client, Tier.GOLD, ZoneId.of("UTC"), Locale.ENGLISH, 5, 2, 2));
    publish.publish(always());
    publish.publish(promises());
  }

  @AfterEach
  void leaveNothingOpen() {
    reported.forEach(
        number -> agent.post(INCIDENTS + number + "/cancel", "{\"note\": \"The test is over\"}"));
    clock.travelTo(clock.instant().plusSeconds(1));
    jobs.runDue();
    deployments.forEach(id -> repositoryService.deleteDeployment(id, true));
    clock.reset();
  }

  private JsonNode board() {
    return board("");
  }

  private JsonNode board(String more) {
    ApiClient.Answer answer = manager.get("/api/v1/board?client=" + client + more);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private String reportedOne(String subject) {
    String number =
        agent
            .post(
                "/api/v1/incidents",
                report(subject)
                    .replace("\"acme\"", "\"" + client + "\"")
                    .replace("@acme", "@" + client))
            .text("number");
    reported.add(number);
    return number;
  }

  private String routedOne(String subject) {
    String number = reportedOne(subject);
    jobs.runDue();
    return number;
  }

  /** The numbers that the list of incidents has where the board leads to it. */
  private List<String> listed(String more) {
    String page = manager.get("/desk/incidents?client=" + client + more).body();
    return Pattern.compile("href=\"/desk/incidents/(INC-[0-9-]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @Test
  void anEmptyDeskSaysSo() {
    JsonNode board = board();

    assertThat(board.at("/open/total").asInt()).isZero();
    assertThat(board.at("/open/priorities").findValuesAsText("priority"))
        .containsExactly("P1", "P2", "P3", "P4");
    for (String list : List.of("breached", "atRisk", "held", "unacknowledged", "stuck")) {
      assertThat(board.path(list).path("count").asInt()).as(list).isZero();
      assertThat(board.path(list).path("items")).as(list).isEmpty();
    }
    assertThat(board.path("oldest")).isEmpty();
    assertThat(board.at("/filter/client").asText()).isEqualTo(client);
    assertThat(board.at("/executor/limitSeconds").asInt()).isEqualTo(60);
  }

  @Test
  void whatIsOpenIsCountedByPriorityAndStateAndTheOldestComesFirst() {
    String first = routedOne("The first");
    clock.travelTo(MORNING.plusSeconds(60));
    String second = routedOne("The second");
    agent.post(INCIDENTS + second + "/claim");

    JsonNode board = board();

    assertThat(board.at("/open/total").asInt()).isEqualTo(2);
    JsonNode p2 = board.at("/open/priorities/1");
    assertThat(p2.path("states").path("ASSIGNED").asInt()).isEqualTo(1);
    assertThat(p2.path("states").path("IN_PROGRESS").asInt()).isEqualTo(1);
    assertThat(listed("")).containsExactlyInAnyOrder(first, second);
    assertThat(listed("&priority=P2&status=ASSIGNED")).containsExactly(first);
    assertThat(listed("&priority=P2")).hasSize(p2.path("total").asInt());
    assertThat(board.path("oldest").findValuesAsText("number")).containsExactly(first, second);
    assertThat(board.at("/oldest/0/instance").asText()).isNotBlank();
    assertThat(board.at("/oldest/1/assignee").asText()).isEqualTo("agent");
  }

  @Test
  void aPromiseAtRiskAndThenBrokenIsShownOnce() {
    String number = routedOne("Nobody answers");
    clock.travelTo(MORNING.plusSeconds(50 * 60));
    jobs.runDue();
    JsonNode early = board();
    clock.travelTo(MORNING.plusSeconds(61 * 60));
    jobs.runDue();
    JsonNode late = board();

    assertThat(early.at("/atRisk/count").asInt()).isEqualTo(1);
    assertThat(early.at("/atRisk/items/0/incident/number").asText()).isEqualTo(number);
    assertThat(early.at("/atRisk/items/0/kind").asText()).isEqualTo("RESPONSE");
    assertThat(early.at("/atRisk/items/0/dueAt").asText()).isEqualTo("2026-06-03T08:00:00Z");
    assertThat(early.at("/breached/count").asInt()).isZero();
    assertThat(late.at("/breached/count").asInt()).isEqualTo(1);
    assertThat(late.at("/breached/items/0/incident/number").asText()).isEqualTo(number);
    assertThat(late.at("/atRisk/count").asInt()).isZero();
  }

  @Test
  void theClocksOnAnOpenPageGoOn() {
    String page = "/desk/incidents/" + routedOne("Watched to the minute");
    clock.travelTo(MORNING.plusSeconds(10));
    String marks =
        Pattern.compile("id=\"incident-(\\w+)\"[^>]*data-seen=\"(\\w+)\"")
            .matcher(agent.get(page + "/panel").body())
            .results()
            .map(mark -> "&seen-" + mark.group(1) + "=" + mark.group(2))
            .collect(Collectors.joining("", "?order=newest&shown=30", ""));

    clock.travelTo(MORNING.plusSeconds(20));
    ApiClient.Answer same = agent.get(page + "/news" + marks);
    clock.travelTo(MORNING.plusSeconds(75));
    ApiClient.Answer later = agent.get(page + "/news" + marks);

    assertThat(same.status()).isEqualTo(204);
    assertThat(later.body()).contains("58 min").doesNotContain("id=\"incident-timeline\"");
  }

  @Test
  void aHoldPastItsPromiseIsStuckToo() {
    String number = routedOne("Where is the supplier?");
    agent.post(INCIDENTS + number + "/claim");
    agent.post(
        INCIDENTS + number + "/hold",
        "{\"reason\": \"SUPPLIER\", \"until\": \"2026-06-03T09:00:00Z\"}");
    assertThat(board().at("/held/count").asInt()).isZero();
    clock.travelTo(Instant.parse("2026-06-03T09:30:00Z"));

    JsonNode board = board();

    assertThat(board.at("/held/count").asInt()).isEqualTo(1);
    JsonNode held = board.at("/held/items/0");
    assertThat(held.at("/incident/number").asText()).isEqualTo(number);
    assertThat(held.path("reason").asText()).isEqualTo("SUPPLIER");
    assertThat(held.path("until").asText()).isEqualTo("2026-06-03T09:00:00Z");
    assertThat(held.path("owner").asText()).isEqualTo("agent");
    assertThat(board.at("/people/agent").asText()).isNotBlank().isNotEqualTo("agent");
    assertThat(board.path("zone").asText()).isNotBlank();
    assertThat(listed("&state=hold")).containsExactly(number);
    assertThat(listed("&state=stuck")).hasSize(board.at("/stuck/count").asInt());
    assertThat(listed("&state=late")).hasSize(board.at("/breached/count").asInt());
    assertThat(listed("&state=risk")).hasSize(board.at("/atRisk/count").asInt());
    assertThat(listed("&state=unanswered")).hasSize(board.at("/unacknowledged/count").asInt());
    transaction.executeWithoutResult(
        begun ->
            database.update(
                "update incident set hold_reminders = 2, hold_until = ? where number = ?",
                Timestamp.from(clock.instant().plusSeconds(3_600)),
                number));
    assertThat(board().at("/held/count").asInt()).isZero();
    assertThat(listed("&state=hold")).isEmpty();
    assertThat(reasons(board, number)).contains("PAST_PROMISE");
  }

  @Test
  void anEscalationIsShownUntilSomebodyAnswers() {
    String number = routedOne("Help!");
    agent.post(INCIDENTS + number + "/escalate", "{\"note\": \"I am lost\"}");
    jobs.runDue();

    JsonNode escalation = board().at("/unacknowledged/items/0");

    assertThat(escalation.at("/incident/number").asText()).isEqualTo(number);
    assertThat(escalation.path("state").asText()).isEqualTo("TOLD");
    assertThat(escalation.path("trigger").asText()).isEqualTo("HELP_ASKED");
    assertThat(escalation.path("responder").asText()).isNotBlank();
    assertThat(escalation.path("instance").asText()).isNotBlank();
    String answered = "/api/v1/escalations/" + escalation.path("id").asLong() + "/acknowledge";
    assertThat(manager.post(answered).status()).isEqualTo(200);
    assertThat(board().at("/unacknowledged/count").asInt()).isZero();
  }

  @Test
  void aQueueWithNobodyOnDutyIsStuckWhileTimeRuns() {
    staff.register(new TeamView("nobody-there", "Nobody there"));
    String number = routedOne("Anybody?");
    assertThat(agent.post(INCIDENTS + number + "/assign", "{\"team\": \"nobody-there\"}").status())
        .isEqualTo(200);
    jobs.runDue();

    JsonNode board = board("&team=nobody-there");

    assertThat(reasons(board, number)).contains("NOBODY_ON_DUTY");
    JsonNode reason = stuck(board, number).at("/reasons/0");
    assertThat(reason.path("place").asText()).isEqualTo("nobody-there");
    assertThat(reason.path("instance").asText())
        .isEqualTo(stuck(board, number).at("/incident/instance").asText());
  }

  @Test
  void whatStandsStillIsStuck() {
    String number = routedOne("Nothing moves");
    clock.travelTo(MORNING.plusSeconds(4 * 24 * 3_600));

    JsonNode board = awaitStandstill(number);

    assertThat(reasons(board, number)).contains("NO_PROGRESS");
    assertThat(board.path("standstillsAt").asText()).isNotBlank();
  }

  private JsonNode awaitStandstill(String number) {
    JsonNode board = board();
    for (int tries = 0; tries < 50 && !reasons(board, number).contains("NO_PROGRESS"); tries++) {
      LockSupport.parkNanos(100_000_000);
      clock.travelTo(clock.instant().plusSeconds(61));
      board = board();
    }
    return board;
  }

  @Test
  void aFailedStepIsExplainedInThePersonsLanguage() throws Exception {
    deployWithoutPriorities();
    String number = reportedOne("Which priority?");
    failAllTries();

    JsonNode board = board();
    assertThat(reasons(board, number)).containsExactly("FAILED_STEP");
    JsonNode reason = stuck(board, number).at("/reasons/0");
    assertThat(reason.path("place").asText()).isEqualTo("Prioritise · Incident lifecycle");
    assertThat(reason.path("detail").asText()).isEqualTo("A decision table gives no answer");

    JsonNode trouble = manager.get(INCIDENTS + number + "/troubles").json();
    JsonNode failure = trouble.at("/failures/0");
    assertThat(failure.path("name").asText()).isEqualTo("Prioritise");
    assertThat(failure.path("cause").asText()).isEqualTo("undecided");
    assertThat(failure.path("who").asText()).isEqualTo("PROCESS_OWNER");
    assertThat(failure.path("todo").asText()).contains("Ask the process owner");
    assertThat(failure.path("message").asText()).contains("priority.dmn has no rule");
    assertThat(failure.path("triesLeft").asInt()).isZero();
    assertThat(failure.path("nextTryAt").isNull()).isTrue();
    assertThat(trouble.path("mayRetry").asBoolean()).isTrue();
    assertThat(
            manager
                .send(
                    manager
                        .request(INCIDENTS + number + "/troubles")
                        .header("Accept-Language", "de-AT")
                        .GET())
                .json()
                .at("/failures/0/title")
                .asText())
        .isEqualTo("Eine Entscheidungstabelle liefert kein Ergebnis");
    JsonNode step = step(flow(""), "prioritise");
    assertThat(step.path("failed").asInt()).isEqualTo(1);
    assertThat(step.path("now").asInt()).isEqualTo(1);
  }

  @Test
  void aStepWithoutTriesGetsAnotherOneAtOnce() {
    String number = reportedOne("Again, please");
    String job = jobOf(number);
    managementService.setJobRetries(job, 0);
    String retry = INCIDENTS + number + "/troubles/" + job + "/retry";
    assertThat(reasons(board(), number)).containsExactly("FAILED_STEP");

    assertThat(agent.as("team-lead").post(retry).status()).isEqualTo(403);
    assertThat(agent.as("process-owner").post(retry).status()).isEqualTo(403);
    assertThat(manager.post(INCIDENTS + "INC-1999-000001/troubles/" + job + "/retry").status())
        .isEqualTo(404);
    assertThat(agent.as("director-of-operations").post(retry).status()).isEqualTo(200);
    jobs.runDue();

    assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("ASSIGNED");
    assertThat(board().at("/stuck/count").asInt()).isZero();
    assertThat(manager.post(retry).status()).isEqualTo(409);
  }

  @Test
  void theFlowTellsWhereIncidentsWaitAndHowLongTheyStayed() {
    String number = routedOne("Quickly done");
    clock.travelTo(MORNING.plusSeconds(600));
    agent.post(INCIDENTS + number + "/claim");
    agent.post(INCIDENTS + number + "/resolve", "{\"code\": \"FIXED\", \"note\": \"A new cable\"}");

    JsonNode flow = flow("");

    assertThat(flow.path("definitionId").asText()).startsWith(LIFECYCLE);
    assertThat(step(flow, "confirmResolution").path("now").asInt()).isEqualTo(1);
    assertThat(step(flow, "confirmResolution").path("name").asText())
        .isEqualTo("Confirm resolution");
    JsonNode stays = step(flow, "resolveAtFirstLine").path("stays");
    assertThat(stays.path("count").asInt()).isEqualTo(1);
    assertThat(stays.path("medianSeconds").asInt()).isEqualTo(600);
    assertThat(stays.path("p90Seconds").asInt()).isEqualTo(600);
    assertThat(step(flow("&team=network"), "confirmResolution").path("now").asInt())
        .isEqualTo(agent.get(INCIDENTS + number).text("team").equals("network") ? 1 : 0);
    JsonNode all = manager.get("/api/v1/board/flow?days=30").json();
    assertThat(step(all, "confirmResolution").path("now").asInt()).isPositive();
    assertThat(manager.get("/api/v1/board/flow?days=8").fieldsRefused()).containsExactly("days");
  }

  @Test
  void countsAreRightBeyondWhatIsAskedForAtOnce() {
    String number = routedOne("One of very many");
    int many = 1_250;
    transaction.executeWithoutResult(begun -> copyAsLateAndUnanswered(number, many));
    try {
      List<JsonNode> boards = new ArrayList<>();
      CountedSql.Count count = CountedSql.during(() -> boards.add(board()));
      JsonNode board = boards.get(0);

      assertThat(board.at("/open/total").asInt()).isEqualTo(many + 1);
      assertThat(board.at("/breached/count").asInt()).isEqualTo(many);
      assertThat(board.at("/breached/items")).hasSize(20);
      assertThat(board.at("/breached/items/0/incident/number").asText())
          .isEqualTo("INC-1998-001250");
      assertThat(board.at("/breached/items/19/incident/number").asText())
          .isEqualTo("INC-1998-001231");
      assertThat(board.at("/unacknowledged/count").asInt()).isEqualTo(many);
      assertThat(board.at("/unacknowledged/items")).hasSize(20);
      assertThat(board.at("/unacknowledged/items/0/incident/number").asText())
          .isEqualTo("INC-1998-001250");
      assertThat(board.at("/stuck/count").asInt()).isEqualTo(500);
      assertThat(stuck(board, "INC-1998-001250").at("/reasons/0/detail").asText())
          .isEqualTo("Nobody on any rung");
      assertThat(count.statements()).hasSizeLessThan(60);
      assertThat(count.rows()).isLessThan(10L * many);
      assertThat(board("&priority=P4").at("/breached/count").asInt()).isZero();
      assertThat(board("&priority=P4").at("/unacknowledged/count").asInt()).isZero();
    } finally {
      transaction.executeWithoutResult(
          begun -> {
            for (String table :
                List.of("escalation_log_entry", "escalation", "obligation", "incident")) {
              database.update("delete from " + table + " where id > 800000000");
            }
          });
    }
  }

  private void copyAsLateAndUnanswered(String number, int many) {
    Timestamp morning = Timestamp.from(MORNING);
    String copies = " join (select seq n from seq_1_to_%d) c ".formatted(many);
    for (String table : List.of("incident", "obligation")) {
      boolean isIncident = table.equals("incident");
      String key = isIncident ? "number" : "incident";
      String at = isIncident ? "opened_at" : "due_at";
      String columns =
          String.join(
              ", ",
              database.queryForList(
                  "select concat('`', column_name, '`') from information_schema.columns"
                      + " where table_schema = database() and table_name = ?"
                      + " and is_generated = 'NEVER' and column_name not in"
                      + " ('id', 'flow_instance_id', 'clock_instance', ?, ?)",
                  String.class,
                  table,
                  key,
                  at));
      database.update(
          "insert into %1$s (id, %2$s, %3$s, %4$s) select 800000000 + n,"
                  .formatted(table, key, at, columns)
              + " concat('INC-1998-', lpad(n, 6, '0')), ? - interval n second, "
              + columns
              + " from "
              + table
              + copies
              + "where "
              + key
              + " = ?"
              + (isIncident ? "" : " and kind = 'RESPONSE'"),
          morning,
          number);
    }
    database.update(
        """
        insert into escalation (id, incident, open_incident, state, cause, priority, begins_at, rung,
          round, started_at, version)
        select 800000000 + n, concat('INC-1998-', lpad(n, 6, '0')),
          concat('INC-1998-', lpad(n, 6, '0')), 'WAITING', 'HELP_ASKED', 'P2', 1, 1, 1,
          ? - interval n second, 0
        from (select seq n from seq_1_to_%d) c
        """
            .formatted(many),
        morning);
    database.update(
        """
        insert into escalation_log_entry (id, escalation_id, at, kind, rung, round, actor, text)
        select id, id, started_at, 'WAITS', 1, 1, 'flow', 'Nobody on any rung'
        from escalation where id > 800000000
        """);
  }

  @Test
  void aFilterNarrowsEverything() {
    String number = routedOne("Of one priority");
    agent.post(INCIDENTS + number + "/escalate", "{\"note\": \"Look\"}");
    clock.travelTo(MORNING.plusSeconds(2 * 3_600));
    jobs.runDue();

    assertThat(board("&priority=P2").at("/breached/count").asInt()).isEqualTo(1);
    JsonNode others = board("&priority=P4");
    assertThat(others.at("/open/total").asInt()).isZero();
    assertThat(others.at("/breached/count").asInt()).isZero();
    assertThat(others.at("/unacknowledged/count").asInt()).isZero();
    assertThat(others.path("oldest")).isEmpty();
    assertThat(manager.get("/api/v1/board?client=nobody").fieldsRefused())
        .containsExactly("client");
    assertThat(manager.get("/api/v1/board?team=nobody").fieldsRefused()).containsExactly("team");
    assertThat(manager.get("/api/v1/board?priority=P9").fieldsRefused())
        .containsExactly("priority");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team-lead",
        "service-desk-manager",
        "director-of-operations",
        "qa-specialist",
        "trainer",
        "process-owner",
        "admin"
      })
  void whoLeadsAndWhoLooksReadsIt(String role) {
    assertThat(agent.as(role).get("/api/v1/board").status()).isEqualTo(200);
    assertThat(agent.as(role).get("/api/v1/board/flow").status()).isEqualTo(200);
  }

  @Test
  void agentsAndClientsPeopleDoNot() {
    String number = routedOne("Not for everybody");
    for (ApiClient one :
        List.of(
            agent, agent.as("senior-agent"), agent.as("client-relationship-manager"), requester)) {
      assertThat(one.get("/api/v1/board").status()).isEqualTo(403);
      assertThat(one.get("/api/v1/board/flow").status()).isEqualTo(403);
      assertThat(one.get(INCIDENTS + number + "/troubles").status()).isEqualTo(403);
      assertThat(one.post(INCIDENTS + number + "/troubles/1/retry").status()).isEqualTo(403);
    }
    assertThat(nobody().get("/api/v1/board").status()).isEqualTo(401);
  }

  private JsonNode flow(String more) {
    return manager.get("/api/v1/board/flow?client=" + client + more).json();
  }

  private static JsonNode step(JsonNode flow, String id) {
    return StreamSupport.stream(flow.path("steps").spliterator(), false)
        .filter(step -> step.path("step").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode stuck(JsonNode board, String number) {
    return StreamSupport.stream(board.at("/stuck/items").spliterator(), false)
        .filter(each -> each.at("/incident/number").asText().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> reasons(JsonNode board, String number) {
    return StreamSupport.stream(board.at("/stuck/items").spliterator(), false)
        .filter(each -> each.at("/incident/number").asText().equals(number))
        .flatMap(each -> each.path("reasons").findValuesAsText("why").stream())
        .toList();
  }

  private String jobOf(String number) {
    return managementService.createJobQuery().processDefinitionKey(LIFECYCLE).list().stream()
        .filter(job -> job.getProcessInstanceId().equals(instanceOf(number)))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  private String instanceOf(String number) {
    return board().path("oldest").findValuesAsText("number").contains(number)
        ? board().at("/oldest/0/instance").asText()
        : null;
  }

  private void failAllTries() {
    for (int left = 4; left >= 0; left--) {
      assertThatThrownBy(() -> jobs.runDue()).hasMessageContaining("priority.dmn has no rule");
      clock.travelTo(clock.instant().plusSeconds(10));
    }
  }

  /** The lifecycle once more, with a priority table that has no rules. */
  private void deployWithoutPriorities() throws Exception {
    String original =
        repositoryService
            .createProcessDefinitionQuery()
            .processDefinitionKey(LIFECYCLE)
            .processDefinitionVersion(1)
            .singleResult()
            .getDeploymentId();
    DeploymentBuilder builder = repositoryService.createDeployment().name("No priorities");
    for (Resource resource : repositoryService.getDeploymentResources(original)) {
      String name = resource.getName();
      String text =
          StreamUtils.copyToString(
              repositoryService.getResourceAsStream(original, name), StandardCharsets.UTF_8);
      if (!name.endsWith("reconciliation.bpmn")) {
        builder.addString(
            name,
            name.endsWith("priority.dmn") ? text.replaceAll("(?s)<rule .*?</rule>", "") : text);
      }
    }
    deployments.add(builder.deploy().getId());
  }

  private static CalendarDefinition always() {
    Map<DayOfWeek, List<OpeningHours>> week =
        Arrays.stream(DayOfWeek.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), day -> List.of(OpeningHours.parse("00:00-24:00"))));
    return new CalendarDefinition("always", ZoneOffset.UTC, week, null, Map.of(), Map.of());
  }

  private AgreementDefinition promises() {
    return new AgreementDefinition(
        client,
        null,
        client,
        null,
        null,
        null,
        null,
        "always",
        List.of(
            promise(ObligationKind.RESPONSE, "1 working hour"),
            promise(ObligationKind.RESOLUTION, "100 working hours")));
  }

  private static Promise promise(ObligationKind kind, String target) {
    return new Promise(kind, null, Target.parse(target), null, null, null, null, List.of(75), null);
  }
}
