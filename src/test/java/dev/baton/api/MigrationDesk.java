package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.calendar.OpeningHours;
import dev.baton.calendar.Target;
import dev.baton.client.ClientView;
import dev.baton.client.Tier;
import dev.baton.flow.migration.MigrationWorker;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import java.net.http.HttpRequest;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A desk whose running incidents are brought to changed flows. */
abstract class MigrationDesk extends ApiDesk {

  static final String LIFECYCLE = "incident-lifecycle";
  static final String FILE = LIFECYCLE + ".bpmn";
  static final String MIGRATIONS = "/api/v1/flows/migrations";

  @Autowired RepositoryService repositoryService;
  @Autowired RuntimeService runtimeService;
  @Autowired TaskService taskService;
  @Autowired JdbcTemplate database;
  @Autowired TransactionTemplate transaction;
  @Autowired MigrationWorker worker;
  @Autowired PublishAgreements publish;

  final List<String> ours = new ArrayList<>();
  ApiClient owner;
  String shipped;

  /** Whatever others left behind on older versions is no part of the test. */
  @BeforeEach
  void onlyOurIncidents() {
    owner = agent.as("process-owner");
    endAllFlows();
    shipped = live().getDeploymentId();
  }

  @AfterEach
  void restoreTheShippedFlows() {
    endAllFlows();
    repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(LIFECYCLE)
        .orderByProcessDefinitionVersion()
        .desc()
        .list()
        .stream()
        .map(ProcessDefinition::getDeploymentId)
        .takeWhile(id -> !id.equals(shipped))
        .forEach(id -> repositoryService.deleteDeployment(id, true));
  }

  ApiClient.Answer form(String path, String fields) {
    return owner.send(
        owner
            .request(path)
            .setHeader("Content-Type", "application/x-www-form-urlencoded")
            .setHeader("X-BATON-CSRF", "any")
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  void leaseOfADeadNode(long id, String until) {
    transaction.executeWithoutResult(
        status ->
            database.update(
                "update flow_migration set lease_owner = 'dead', lease_until = ? where id = ?",
                until,
                id));
  }

  /** Of a client with two promises, at all hours. */
  String promised(String subject) {
    if (clients.find("initech").isEmpty()) {
      clients.register(
          new ClientView(
              0, "initech", "Initech", Tier.SILVER, ZoneId.of("UTC"), Locale.ENGLISH, 5, 2, 2));
      publish.publish(
          new CalendarDefinition(
              "at-all-hours",
              ZoneId.of("UTC"),
              Arrays.stream(DayOfWeek.values())
                  .collect(
                      Collectors.toMap(
                          Function.identity(), day -> List.of(OpeningHours.parse("00:00-24:00")))),
              null,
              Map.of(),
              Map.of()));
      publish.publish(
          new AgreementDefinition(
              "initech",
              null,
              "initech",
              null,
              null,
              null,
              null,
              "at-all-hours",
              List.of(
                  promise(ObligationKind.RESPONSE, "100 working hours"),
                  promise(ObligationKind.RESOLUTION, "200 working hours"))));
    }
    String number =
        agent
            .post(
                "/api/v1/incidents",
                report(subject).replace("acme", "initech").replace("EMAIL", "PHONE"))
            .text("number");
    jobs.runDue();
    return number;
  }

  static Promise promise(ObligationKind kind, String target) {
    return new Promise(kind, null, Target.parse(target), null, null, null, null, List.of(75), null);
  }

  int clocksOf(String number) {
    return (int)
        runtimeService
            .createProcessInstanceQuery()
            .processDefinitionKey("sla-clock")
            .processInstanceBusinessKey(number)
            .count();
  }

  static final String RESOLVED = "{\"code\": \"FIXED\", \"note\": \"Replaced the cable\"}";
  static final String HOLD =
      "{\"reason\": \"SUPPLIER\", \"until\": \"2099-01-04T10:00:00Z\", \"note\": \"A part\"}";

  String claimed(String subject) {
    String number = newIncident(subject);
    assertThat(act(number, "claim", "{}").status()).isEqualTo(200);
    ours.add(number);
    return number;
  }

  String onHold(String subject) {
    String number = claimed(subject);
    ApiClient.Answer held = act(number, "hold", HOLD);
    assertThat(held.status()).as(held.body()).isEqualTo(200);
    assertThat(stepOf(number)).isEqualTo("waitOnHold");
    return number;
  }

  ApiClient.Answer act(String number, String act, String body) {
    return agent.post("/api/v1/incidents/" + number + "/" + act, body);
  }

  ApiClient.Answer plan(String body) {
    return owner.post(MIGRATIONS, body);
  }

  static String answer(String step, String to, boolean again) {
    return "{\"flow\": \"%s\", \"step\": \"%s\", \"to\": \"%s\", \"again\": %s}"
        .formatted(LIFECYCLE, step, to, again);
  }

  void answered(long id, String answer) {
    ApiClient.Answer answered =
        owner.put(MIGRATIONS + "/" + id + "/answers", "{\"answers\": [" + answer + "]}");
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(answered.text("state")).isEqualTo("FORECASTING");
  }

  long ready(String body) {
    ApiClient.Answer planned = plan(body);
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    long id = planned.json().path("id").asLong();
    worker.work();
    assertThat(state(id)).isEqualTo("READY");
    return id;
  }

  ApiClient.Answer release(long id) {
    return owner.post(MIGRATIONS + "/" + id + "/release", "{}");
  }

  void moved(long id) {
    do {
      ApiClient.Answer released = release(id);
      assertThat(released.status()).as(released.body()).isEqualTo(200);
      worker.work();
    } while (state(id).equals("PAUSED"));
    assertThat(state(id)).as(owner.get(MIGRATIONS + "/" + id).body()).isEqualTo("DONE");
  }

  /** All that were forecast to move have moved, and nothing is different from the forecast. */
  void movedAsForecast(long id) {
    Map<String, List<String>> forecast = changes(id);
    moved(id);
    assertThat(states(id)).as(incidents(id).toString()).containsOnly("MOVED");
    assertThat(changes(id)).isEqualTo(forecast);
  }

  /** Due dates of what is new are left out: they may count from the moment of the move. */
  private Map<String, List<String>> changes(long id) {
    Map<String, List<String>> changes = new HashMap<>();
    incidents(id)
        .path("items")
        .forEach(
            incident ->
                changes.put(
                    incident.path("incident").asText(),
                    StreamSupport.stream(incident.path("changes").spliterator(), false)
                        .map(
                            change ->
                                "%s %s %s %s"
                                    .formatted(
                                        change.path("subject").asText(),
                                        change.path("step").asText(),
                                        change.path("label").asText(),
                                        change.path("before").asText()))
                        .sorted()
                        .toList()));
    return changes;
  }

  void back(long id, String answers) {
    ApiClient.Answer planned =
        owner.post(
            MIGRATIONS + "/" + id + "/back",
            "{\"reason\": \"Back again\", \"stages\": [], \"answers\": " + answers + "}");
    assertThat(planned.status()).as(planned.body()).isEqualTo(201);
    assertThat(planned.text("state")).as(planned.body()).isEqualTo("FORECASTING");
    worker.work();
    long way = planned.json().path("id").asLong();
    assertThat(states(way)).as(incidents(way).toString()).containsOnly("READY");
    movedAsForecast(way);
  }

  String state(long id) {
    return owner.get(MIGRATIONS + "/" + id).text("state");
  }

  JsonNode incidents(long id) {
    return owner.get(MIGRATIONS + "/" + id + "/incidents").json();
  }

  List<String> states(long id) {
    return StreamSupport.stream(incidents(id).path("items").spliterator(), false)
        .map(each -> each.path("state").asText())
        .toList();
  }

  Task taskOf(String number) {
    return taskService
        .createTaskQuery()
        .processDefinitionKey(LIFECYCLE)
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  String stepOf(String number) {
    return taskOf(number).getTaskDefinitionKey();
  }

  /** The deployments that the flows of the incident are of. */
  List<String> versionsOf(String number) {
    return database.queryForList(
        "select distinct d.DEPLOYMENT_ID_ from ACT_RU_EXECUTION r join ACT_RU_EXECUTION e"
            + " on e.ROOT_PROC_INST_ID_ = r.ID_ join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_"
            + " where r.BUSINESS_KEY_ = ? and r.PARENT_ID_ is null",
        String.class,
        number);
  }

  /** Of all timers and tasks of our incidents, by the id that they keep. */
  Map<String, String> dueDates() {
    Map<String, String> due = new HashMap<>();
    database.query(
        "select j.ID_, j.DUEDATE_ from ACT_RU_JOB j join ACT_RU_EXECUTION r"
            + " on r.ID_ = j.ROOT_PROC_INST_ID_ where j.TYPE_ = 'timer' and r.BUSINESS_KEY_ is not"
            + " null union all select t.ID_, t.DUE_DATE_ from ACT_RU_TASK t",
        row -> {
          due.put(row.getString(1), row.getString(2));
        });
    return due;
  }

  int told() {
    return database.queryForObject("select count(*) from notification", Integer.class);
  }

  List<String> journalOf(String number) {
    return database.queryForList(
        "select j.kind from journal_entry j join incident i on i.id = j.incident_id"
            + " where i.number = ? order by j.id",
        String.class,
        number);
  }

  ProcessDefinition live() {
    return repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(LIFECYCLE)
        .latestVersion()
        .singleResult();
  }

  static String shippedLifecycle() {
    return ShippedFiles.text(FILE).replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
  }

  static String withId(String id, String changed) {
    return shippedLifecycle().replaceAll("\"" + id + "\"", "\"" + changed + "\"");
  }

  /** The reminder goes on with the work at once. */
  static String withoutHold() {
    return shippedLifecycle()
        .replaceAll("(?s)<bpmn:userTask id=\"waitOnHold\".*?</bpmn:userTask>", "")
        .replaceAll("(?s)<bpmn:boundaryEvent id=\"answerArrived\".*?</bpmn:boundaryEvent>", "")
        .replaceAll("(?s)<bpmn:boundaryEvent id=\"holdPromiseDue\".*?</bpmn:boundaryEvent>", "")
        .replaceAll(
            "<bpmn:sequenceFlow id=\"(waitOnHold|answerArrived|holdPromiseDue)To\\w+\"[^>]*/>", "")
        .replaceAll(
            "<bpmn:incoming>(waitOnHold|answerArrived|holdPromiseDue)To\\w+</bpmn:incoming>", "")
        .replaceAll("targetRef=\"waitOnHold\"", "targetRef=\"resumeWork\"");
  }

  /** A whole release, for nobody. */
  void deployed(String lifecycle) {
    deployed(FILE, lifecycle);
  }

  /** A whole release with this file in place of the live one, for nobody. */
  void deployed(String changed, String content) {
    String now = live().getDeploymentId();
    List<String> names = repositoryService.getDeploymentResourceNames(now);
    String file = names.stream().filter(name -> name.endsWith(changed)).findFirst().orElseThrow();
    Deployment deployment =
        repositoryService
            .createDeployment()
            .name("A changed release")
            .addDeploymentResourcesByName(
                now, names.stream().filter(name -> !name.equals(file)).toList())
            .addString(file, content)
            .deploy();
    assertThat(live().getDeploymentId()).isEqualTo(deployment.getId());
  }

  void endAllFlows() {
    transaction.executeWithoutResult(
        status ->
            database.update("update incident set status = 'CANCELLED' where status <> 'CLOSED'"));
    List<String> roots =
        database.queryForList(
            "select ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null"
                + " and BUSINESS_KEY_ like 'INC-%'",
            String.class);
    roots.forEach(
        id ->
            runtimeService.deleteProcessInstance(
                id, "The test is over.", true, false, true, false));
  }
}
