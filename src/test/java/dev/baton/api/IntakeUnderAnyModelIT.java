package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.client.RequesterView;
import dev.baton.incident.report.FlowStarts;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever lifecycle is deployed, what somebody reports is stored, and its flow starts later. */
class IntakeUnderAnyModelIT extends ApiDesk {

  private static final String LIFECYCLE = "incident-lifecycle";
  private static final String INCIDENTS = "/api/v1/incidents/";

  @Autowired RepositoryService repositoryService;
  @Autowired RuntimeService runtimeService;
  @Autowired ManagementService managementService;
  @Autowired IncomingMails mails;
  @Autowired JdbcTemplate database;
  @Autowired FlowStarts starts;
  @Autowired TransactionTemplate transaction;

  private final List<String> broken = new ArrayList<>();

  @AfterEach
  void restoreTheShippedModel() {
    broken.forEach(id -> repositoryService.deleteDeployment(id, true));
    broken.clear();
    starts.startDue();
  }

  @Test
  void aRenamedStartMessageLosesNoReport() {
    deploy(startingWith("somethingElse"));

    List<String> numbers =
        new ArrayList<>(IntStream.range(0, 20).mapToObj(at -> reported("Report " + at)).toList());
    numbers.add(reportedByMail());

    assertThat(numbers)
        .allSatisfy(
            number -> {
              assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("RECEIVED");
              assertThat(contactsOf(number)).hasSize(1);
              assertThat(journalOf(number)).containsExactly("REPORTED", "FLOW_NOT_STARTED");
              assertThat(flowsOf(number)).isZero();
            });
    String first = numbers.get(0);
    ApiClient.Answer refused = agent.post(INCIDENTS + first + "/claim");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("has not started yet");
    assertThat(agent.get("/desk/incidents/" + first).status()).isEqualTo(200);
    assertThat(agent.get("/api/v1/incidents?status=RECEIVED&size=100").body()).contains(numbers);

    JsonNode reason = stuck(first).at("/reasons/0");
    assertThat(reason.path("why").asText()).isEqualTo("NOT_STARTED");
    assertThat(reason.path("detail").asText()).isEqualTo("No flow starts with a reported incident");
    JsonNode failure = manager().get(INCIDENTS + first + "/troubles").json().at("/failures/0");
    assertThat(failure.path("cause").asText()).isEqualTo("no-start");
    assertThat(failure.path("nextTryAt").asText()).isNotBlank();
    assertThat(failure.path("message").asText())
        .isEqualTo(
            "No deployed flow starts with the message 'incidentReported'. Deploy a flow with a"
                + " start event for it.");
    assertThat(retry(first).json().path("failures")).as("still no model").hasSize(1);

    ApiClient.Answer restored =
        Deployments.deploy(agent.as("process-owner"), "incident-lifecycle.bpmn", shipped());
    assertThat(restored.status()).as(restored.body()).isEqualTo(200);
    assertThat(retry(first).json().path("failures")).isEmpty();
    assertThat(flowsOf(first)).isEqualTo(1);
    assertThat(retry(first).status()).isEqualTo(409);
    starts.startDue();
    starts.startDue();

    assertThat(numbers).allSatisfy(number -> assertThat(flowsOf(number)).isEqualTo(1));
    jobs.runDue();
    assertThat(numbers)
        .allSatisfy(
            number -> {
              assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("ASSIGNED");
              assertThat(journalOf(number))
                  .startsWith("REPORTED", "FLOW_NOT_STARTED", "FLOW_STARTED", "PRIORITISED");
            });
    assertThat(agent.post(INCIDENTS + first + "/claim").status()).isEqualTo(200);
  }

  @Test
  void aFirstStepThatFailsInTheStartLosesNoReport() {
    deploy(withFailingFirstStep());

    String number = reported("The first step fails");

    assertThat(agent.get(INCIDENTS + number).text("status")).isEqualTo("RECEIVED");
    assertThat(contactsOf(number)).hasSize(1);
    assertThat(flowsOf(number)).isZero();
    assertThat(stuck(number).at("/reasons/0/why").asText()).isEqualTo("NOT_STARTED");

    restoreTheShippedModel();
    assertThat(retryIfNeeded(number)).isEqualTo(1);
  }

  @Test
  void aReplyToAnIncidentWithoutAFlowIsKept() {
    deploy(startingWith("somethingElse"));
    String number = reported("And by the way");

    ApiClient.Answer reply =
        agent.post(
            INCIDENTS + number + "/contacts",
            """
            {"direction": "IN", "channel": "EMAIL", "from": "ada@acme.example",
             "body": "It is floor 3.", "visibility": "CLIENT"}
            """);

    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(contactsOf(number)).hasSize(2);
  }

  @Test
  void theSameKeyGivesTheSameIncidentWhateverTheModel() {
    deploy(startingWith("somethingElse"));
    String report = report("Sent twice");

    ApiClient.Answer first = agent.post("/api/v1/incidents", report, "Idempotency-Key", "twice");
    ApiClient.Answer second = agent.post("/api/v1/incidents", report, "Idempotency-Key", "twice");

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.text("number")).isEqualTo(first.text("number"));
    assertThat(contactsOf(first.text("number"))).hasSize(1);
  }

  @Test
  void triesAtTheSameTimeStartOneFlow() {
    deploy(startingWith("somethingElse"));
    String number = reported("Tried by several");
    broken.forEach(id -> repositoryService.deleteDeployment(id, true));
    broken.clear();

    List<ApiClient.Answer> answers = atOnce(8, () -> retry(number));

    assertThat(answers).extracting(ApiClient.Answer::status).contains(200).isSubsetOf(200, 409);
    assertThat(flowsOf(number)).isEqualTo(1);
  }

  @Test
  void whatSomebodyTypedInTasklistIsCommittedBeforeTheFirstStep() {
    deploy(withFailingFirstStep());

    ApiClient.Answer started =
        agent.post(
            "/engine-rest/process-definition/key/" + LIFECYCLE + "/submit-form",
            """
            {"variables": {"kind": {"value": "INCIDENT"}, "channel": {"value": "PHONE"},
              "client": {"value": "acme"}, "requesterEmail": {"value": "ada@acme.example"},
              "subject": {"value": "Typed in Tasklist"}, "description": {"value": "Since noon."},
              "impact": {"value": "LOW"}, "urgency": {"value": "LOW"}}}
            """);

    assertThat(started.status()).as(started.body()).isEqualTo(200);
    assertThat(agent.get("/api/v1/incidents?q=Typed").json().findValuesAsText("subject"))
        .contains("Typed in Tasklist");
  }

  /**
   * Those that a check accepts are sent by the owner; the others are worse than an owner can do.
   */
  static Stream<Arguments> models() {
    String shipped = shipped();
    return Stream.of(
        arguments(
            "renamed boxes", shipped.replaceAll("name=\"([A-Z][a-z]+) ", "name=\"Our $1 "), true),
        arguments(
            "a user task before the priority",
            withFirst(
                """
                <bpmn:userTask id="first" name="Look at it first">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="baton.kind" value="aside" />
                    <camunda:property name="baton.team" value="service-desk" />
                  </camunda:properties></bpmn:extensionElements>
                  %s
                </bpmn:userTask>
                """),
            true),
        arguments(
            "a first step that throws",
            withFirst(
                """
                <bpmn:serviceTask id="first" name="Resume too early"
                    camunda:delegateExpression="${resumeWork}">
                  %s
                </bpmn:serviceTask>
                """),
            true),
        arguments(
            "a gateway without a matching branch",
            withFirst(
                    "<bpmn:exclusiveGateway id=\"first\""
                        + " name=\"Which?\">%s</bpmn:exclusiveGateway>")
                .replace(
                    "sourceRef=\"first\" targetRef=\"prioritise\" />",
                    "sourceRef=\"first\" targetRef=\"prioritise\">%s<bpmn:sequenceFlow id=\"second\""
                            .formatted(never())
                        + " sourceRef=\"first\" targetRef=\"prioritise\">"
                        + never()),
            true),
        arguments(
            "no user tasks",
            shipped
                .replace("<bpmn:userTask", "<bpmn:manualTask")
                .replace("</bpmn:userTask", "</bpmn:manualTask"),
            false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void aHundredReportsGiveAHundredContacts(String what, String model, boolean isAccepted) {
    if (isAccepted) {
      ApiClient.Answer sent =
          Deployments.deploy(agent.as("process-owner"), "incident-lifecycle.bpmn", model);
      assertThat(sent.status()).as(sent.body()).isEqualTo(200);
      broken.add(sent.text("id"));
    } else {
      deploy(model);
    }
    long lastBefore =
        database.queryForObject("select coalesce(max(id), 0) from incident", Long.class);
    long contacts = count("contact");
    long incidents = count("incident");

    try {
      IntStream.range(0, 80).forEach(at -> reported("Report " + at));
      String writer = writer(what.replace(' ', '-'));
      IntStream.range(0, 20).forEach(at -> stored(writer, "mail-" + at + "-" + writer));
      takeIn();

      assertThat(count("contact") - contacts).isEqualTo(100);
      assertThat(count("incident") - incidents).isEqualTo(100);
    } finally {
      goOnWithNoneAfter(lastBefore);
    }
  }

  /** Their flows end with the deployment, and other tests have nothing to do with them. */
  private void goOnWithNoneAfter(long lastBefore) {
    transaction.executeWithoutResult(
        status ->
            database.update("update incident set status = 'CANCELLED' where id > ?", lastBefore));
  }

  private long count(String table) {
    return database.queryForObject("select count(*) from " + table, Long.class);
  }

  /** Of each address some mails are taken in an hour. */
  private String writer(String name) {
    String email = name + "@acme.example";
    clients.register(
        new RequesterView(
            0,
            database.queryForObject("select id from client where code = 'acme'", Long.class),
            name,
            email,
            null,
            false,
            null));
    return email;
  }

  /** The mails alone, without the jobs of the incidents. */
  private void takeIn() {
    managementService
        .createJobQuery()
        .processDefinitionKey("incoming-mail")
        .executable()
        .list()
        .forEach(job -> managementService.executeJob(job.getId()));
  }

  private String reported(String subject) {
    ApiClient.Answer made = agent.post("/api/v1/incidents", report(subject));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.text("number");
  }

  private String reportedByMail() {
    long id = stored(writer("writes-to-a-broken-model"), "broken@acme.example");
    jobs.runDue();
    Map<String, Object> mail =
        database.queryForMap(
            "select m.incident, m.state, m.outcome, c.body, f.tries, f.error from incoming_mail m"
                + " left join incoming_mail_failure f on f.mail_id = m.id"
                + " left join contact c on c.id = m.contact_id where m.id = ?",
            id);
    assertThat(mail.get("incident")).as("%s", mail).isNotNull();
    return (String) mail.get("incident");
  }

  private long stored(String from, String messageId) {
    String mail =
        "Authentication-Results: mx.baton.example; dmarc=pass header.from=acme.example\r\n"
            + "From: <"
            + from
            + ">\r\nTo: desk@baton.example\r\nSubject: By mail\r\nMessage-ID: <"
            + messageId
            + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nIt stopped.\r\n";
    return ReceivedMail.store(mails, database, mail.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> contactsOf(String number) {
    return agent.get(INCIDENTS + number + "/contacts").json().findValuesAsText("body");
  }

  private List<String> journalOf(String number) {
    return database.queryForList(
        "select j.kind from journal_entry j join incident i on i.id = j.incident_id"
            + " where i.number = ? order by j.id",
        String.class,
        number);
  }

  private long flowsOf(String number) {
    return runtimeService
        .createProcessInstanceQuery()
        .processDefinitionKey(LIFECYCLE)
        .processInstanceBusinessKey(number)
        .count();
  }

  private JsonNode stuck(String number) {
    return StreamSupport.stream(
            manager().get("/api/v1/board").json().at("/stuck/items").spliterator(), false)
        .filter(each -> each.at("/incident/number").asText().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private ApiClient.Answer retry(String number) {
    return manager().post(INCIDENTS + number + "/troubles/flow-start/retry");
  }

  /** The round may have come first. */
  private long retryIfNeeded(String number) {
    assertThat(retry(number).status()).isIn(200, 409);
    return flowsOf(number);
  }

  private ApiClient manager() {
    return agent.as("service-desk-manager");
  }

  /** As nobody: a person's deployment of such models is checked. */
  private void deploy(String model) {
    broken.add(
        repositoryService
            .createDeployment()
            .name("A broken model")
            .addString("incident-lifecycle.bpmn", model)
            .addString("log-a-contact.form", read("forms", "log-a-contact.form"))
            .deploy()
            .getId());
  }

  private static String startingWith(String message) {
    String shipped = shipped();
    String renamed = shipped.replace("name=\"incidentReported\" />", "name=\"" + message + "\" />");
    assertThat(renamed).isNotEqualTo(shipped);
    return renamed;
  }

  /** Its table is not deployed with it, and the model does not wait for the executor before it. */
  private static String withFailingFirstStep() {
    String shipped = shipped();
    String changed =
        shipped.replace("name=\"Prioritise\" camunda:asyncBefore=\"true\"", "name=\"Prioritise\"");
    assertThat(changed).isNotEqualTo(shipped);
    return changed;
  }

  private static String never() {
    return "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
        + "${incidentNumber == 'none'}</bpmn:conditionExpression></bpmn:sequenceFlow>";
  }

  /** With another first element, whose flows the text has a place for. */
  private static String withFirst(String element) {
    String shipped = shipped();
    String changed =
        shipped
            .replace(
                "sourceRef=\"incidentReported\" targetRef=\"prioritise\"",
                "sourceRef=\"first\" targetRef=\"prioritise\"")
            .replaceFirst(
                "<bpmn:outgoing>incidentReportedToPrioritise</bpmn:outgoing>",
                "<bpmn:outgoing>incidentReportedToFirst</bpmn:outgoing>")
            .replace(
                "<bpmn:startEvent id=\"contactLogged\"",
                element.formatted(
                        "<bpmn:incoming>incidentReportedToFirst</bpmn:incoming>"
                            + "<bpmn:outgoing>incidentReportedToPrioritise</bpmn:outgoing>")
                    + "<bpmn:sequenceFlow id=\"incidentReportedToFirst\""
                    + " sourceRef=\"incidentReported\" targetRef=\"first\" />"
                    + "<bpmn:startEvent id=\"contactLogged\"");
    assertThat(changed).isNotEqualTo(shipped);
    return changed;
  }

  private static String shipped() {
    return read("processes", "incident-lifecycle.bpmn");
  }

  private static String read(String folder, String name) {
    try {
      return Files.readString(Path.of(folder, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
