package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.client.RequesterView;
import dev.baton.engine.EngineClock;
import dev.baton.intake.mail.IncomingMails;
import dev.baton.intake.mail.ReceivedMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nothing that an owner might want to change is decided behind the models: who is called and when,
 * what is major, how long something waits, how urgent a mail is, and where an unknown word leads.
 */
class OpenModelsIT extends ApiDesk {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String INCIDENTS = "/api/v1/incidents/";
  private static final String LIFECYCLE = "incident-lifecycle.bpmn";
  private static final String FORM = "resolve-at-first-line.form";

  @Autowired private EngineClock clock;
  @Autowired private IncomingMails mails;
  @Autowired private JdbcTemplate database;

  private final List<String> changed = new ArrayList<>();
  private ApiClient owner;

  @BeforeEach
  void onAMondayMorning() {
    owner = agent.as("process-owner");
    clock.travelTo(MONDAY);
  }

  @AfterEach
  void shipped() {
    clock.reset();
    changed.forEach(file -> accepted(Deployments.deploy(owner, file, ShippedFiles.text(file))));
  }

  @Test
  void aWordThatNoBranchKnowsBringsTheTaskBack() {
    deploy(FORM, freeText());
    String number = newIncident("Sold to somebody else");
    agent.post(INCIDENTS + number + "/claim");

    ApiClient.Answer completed = submit(number, "handToLegal");

    assertThat(completed.status()).as(completed.body()).isEqualTo(204);
    assertThat(incident(number).path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(incident(number).path("assignee").asText()).isEqualTo("agent");
    assertThat(names(tasks(number))).containsExactly("Resolve at first line");
    assertThat(failedJobs(number)).isZero();
    assertThat(submit(number, "passToSecondLine").status()).isEqualTo(204);
    assertThat(names(tasks(number))).containsExactly("Resolve at second line");
  }

  @Test
  void aGatewayOfAFreeTextNeedsADefault() {
    deploy(FORM, freeText());
    String flow =
        replaced(ShippedFiles.text(LIFECYCLE), " default=\"whatCameOutToIsAtSecondLine\"", "");
    String otherwise = "sourceRef=\"whatCameOut\" targetRef=\"isAtSecondLine\"";

    ApiClient.Answer answer =
        Deployments.deploy(
            owner,
            LIFECYCLE,
            replaced(
                flow,
                otherwise + " />",
                otherwise
                    + "><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                    + "${outcome == 'again'}</bpmn:conditionExpression></bpmn:sequenceFlow>"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body())
        .contains("What is the outcome?", "No branch is the default", "leads to a person");
  }

  private static String freeText() {
    String form = ShippedFiles.text(FORM);
    int values = form.indexOf("\"values\"", form.indexOf("\"outcome\""));
    int end = form.indexOf("]", values);
    return form.substring(0, values).replaceFirst("\"type\": \"radio\"", "\"type\": \"textfield\"")
        + "\"description\": \"In your own words\""
        + form.substring(end + 1);
  }

  @Test
  void aRungWithOtherMinutesCallsTheNextAtTheNewMinute() {
    deploy(
        "escalation-ladder.dmn",
        replaced(
            ShippedFiles.text("escalation-ladder.dmn"),
            """
            <outputEntry id="seniorForP2MinutesToAcknowledgeResult" expressionLanguage="feel">
                      <text>10</text>\
            """,
            """
            <outputEntry id="seniorForP2MinutesToAcknowledgeResult" expressionLanguage="feel">
                      <text>3</text>\
            """));
    String number = newIncident("Nobody can print");
    agent.post(INCIDENTS + number + "/escalate", "{\"note\": \"Help!\"}");
    jobs.runDue();
    assertThat(told(number)).containsExactly("senior-agent");

    clock.travelTo(MONDAY.plus(Duration.ofMinutes(3)).minusSeconds(1));
    jobs.runDue();
    assertThat(told(number)).containsExactly("senior-agent");
    clock.travelTo(MONDAY.plus(Duration.ofMinutes(3)));
    jobs.runDue();
    assertThat(told(number)).containsExactly("senior-agent", "team-lead");
  }

  @Test
  void vipsAndComplaintsAreEscalatedWhereTheFlowSaysSo() {
    assertThat(escalations(newIncident("Not a VIP"))).isEmpty();
    String flow =
        replaced(ShippedFiles.text(LIFECYCLE), "${vip}", "${vip || category == 'network'}");
    deploy(LIFECYCLE, replaced(flow, ">COMPLAINT<", ">HELP_ASKED<"));

    String number = newIncident("The network is down");
    assertThat(triggers(number)).containsExactly("VIP");
    complain(number);

    assertThat(entries(number)).anyMatch(text -> text.contains("an agent asked for help"));
    assertThat(entries(number)).noneMatch(text -> text.contains("complained"));
  }

  private void complain(String number) {
    ApiClient.Answer logged =
        requester.post(
            INCIDENTS + number + "/contacts",
            "{\"channel\": \"WEB\", \"body\": \"A week now!\", \"complaint\": true}");
    assertThat(logged.status()).as(logged.body()).isEqualTo(201);
    jobs.runDue();
  }

  @Test
  void whatIsMajorIsDecidedByTheTableAndExplained() {
    deploy(
        "major-incident-rule.dmn",
        replaced(
            ShippedFiles.text("major-incident-rule.dmn"),
            """
            <inputEntry id="firstPriorityAloneHighestPriority">
                      <text>"P1"</text>\
            """,
            """
            <inputEntry id="firstPriorityAloneHighestPriority">
                      <text>"P2"</text>\
            """));

    String second = newIncident("The plant is slow");
    ApiClient.Answer major = agent.get("/api/v1/major-incidents/" + second);
    assertThat(major.status()).as(major.body()).isEqualTo(200);
    assertThat(major.json().at("/major/reason").asText())
        .contains("major-incident-rule.dmn", "P2", "GOLD");

    // A P1 is none any more, also when it becomes one later.
    String other = newIncident("The office is cold");
    cancelled(second);
    ApiClient.Answer raised =
        agent
            .as("service-desk-manager")
            .post(
                INCIDENTS + p3() + "/reprioritise",
                "{\"impact\": \"HIGH\", \"urgency\": \"HIGH\"}");
    assertThat(raised.text("priority")).as(raised.body()).isEqualTo("P1");
    jobs.runDue();
    assertThat(agent.get("/api/v1/major-incidents/" + raised.text("number")).status())
        .isEqualTo(404);
    cancelled(other);
  }

  private String p3() {
    String number =
        agent
            .post(
                "/api/v1/incidents",
                report("The door is stuck")
                    .replace("\"urgency\": \"HIGH\"", "\"urgency\": \"MEDIUM\""))
            .text("number");
    jobs.runDue();
    assertThat(incident(number).path("priority").asText()).isEqualTo("P3");
    return number;
  }

  private void cancelled(String number) {
    agent.post(INCIDENTS + number + "/cancel", "{\"note\": \"The test is over\"}");
    jobs.runDue();
  }

  @Test
  void aMailHasTheImpactAndUrgencyOfItsStep() {
    String before = mailed("<before@acme.example>", "It is slow");
    assertThat(incident(before).path("impact").asText()).isEqualTo("MEDIUM");
    assertThat(incident(before).path("urgency").asText()).isEqualTo("LOW");
    deploy(
        "incoming-mail.bpmn",
        replaced(
            ShippedFiles.text("incoming-mail.bpmn"),
            "<camunda:inputParameter name=\"urgency\">LOW</camunda:inputParameter>",
            "<camunda:inputParameter name=\"urgency\">HIGH</camunda:inputParameter>\n"
                + "<camunda:inputParameter name=\"category\">email</camunda:inputParameter>"));

    String after = mailed("<after@acme.example>", "It is slow again");

    assertThat(incident(after).path("urgency").asText()).isEqualTo("HIGH");
    assertThat(incident(after).path("priority").asText()).isEqualTo("P2");
    assertThat(incident(after).path("category").asText()).isEqualTo("email");
  }

  private String mailed(String id, String subject) {
    long acme = clients.find("acme").orElseThrow().id();
    if (clients.requestersWith("mia@acme.example").isEmpty()) {
      clients.register(new RequesterView(0, acme, "Mia", "mia@acme.example", null, false, null));
    }
    String mail =
        "Authentication-Results: mx.baton.example; dmarc=pass header.from=acme.example\r\n"
            + "From: mia@acme.example\r\nTo: desk@baton.example\r\nSubject: "
            + subject
            + "\r\nMessage-ID: "
            + id
            + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nPlease help.\r\n";
    long stored = ReceivedMail.store(mails, database, mail.getBytes(StandardCharsets.UTF_8));
    jobs.runDue();
    return database.queryForObject(
        "select incident from incoming_mail where id = ?", String.class, stored);
  }

  @Test
  void remindersAndClosingFollowTheDaysOfTheirSteps() {
    String flow = ShippedFiles.text(LIFECYCLE);
    flow = waits(flow, "placeOnHold", "10", "CALENDAR_DAYS");
    flow = waits(flow, "followUpHold", "3", "WORKING_DAYS");
    flow = waits(flow, "recordResolution", "1", "WORKING_DAYS");
    deploy(LIFECYCLE, replaced(flow, "\"reminders\">CLIENT_SETTING", "\"reminders\">1"));

    String number = newIncident("Which printer is it?");
    agent.post(INCIDENTS + number + "/claim");
    ApiClient.Answer held =
        agent.post(
            INCIDENTS + number + "/hold", "{\"reason\": \"REQUESTER\", \"note\": \"Which one?\"}");
    assertThat(held.status()).as(held.body()).isEqualTo(200);
    assertThat(incident(number).at("/hold/until").asText()).isEqualTo("2026-03-12T09:00:00Z");

    clock.travelTo(MONDAY.plus(DAY.multipliedBy(10)));
    jobs.runDue();
    // A Thursday: three working days later is a Tuesday, and nobody is reminded twice.
    assertThat(incident(number).at("/hold/until").asText()).isEqualTo("2026-03-17T09:00:00Z");
    clock.travelTo(Instant.parse("2026-03-17T09:00:00Z"));
    jobs.runDue();
    assertThat(incident(number).path("status").asText()).isEqualTo("RESOLVED");

    clock.travelTo(Instant.parse("2026-03-18T08:59:59Z"));
    jobs.runDue();
    assertThat(incident(number).path("status").asText()).isEqualTo("RESOLVED");
    clock.travelTo(Instant.parse("2026-03-18T09:00:00Z"));
    jobs.runDue();
    assertThat(incident(number).path("status").asText()).isEqualTo("CLOSED");
  }

  /** Sets the inputs of one step. */
  private static String waits(String flow, String step, String amount, String unit) {
    int from = flow.indexOf("<bpmn:serviceTask id=\"" + step + "\"");
    int to = flow.indexOf("</bpmn:serviceTask>", from);
    String set =
        replaced(
            replaced(flow.substring(from, to), "\"amount\">CLIENT_SETTING", "\"amount\">" + amount),
            "\"unit\">CLIENT_SETTING",
            "\"unit\">" + unit);
    return flow.substring(0, from) + set + flow.substring(to);
  }

  private void deploy(String file, String text) {
    changed.add(file);
    accepted(Deployments.deploy(owner, file, text));
  }

  private static void accepted(ApiClient.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private ApiClient.Answer submit(String number, String outcome) {
    return agent.post(
        "/engine-rest/task/" + tasks(number).get(0).get("id").asText() + "/submit-form",
        "{\"variables\": {\"outcome\": {\"value\": \"%s\"}}}".formatted(outcome));
  }

  private JsonNode incident(String number) {
    return agent.get(INCIDENTS + number).json();
  }

  private JsonNode tasks(String number) {
    return agent
        .as("service-desk-manager")
        .get("/engine-rest/task?processInstanceBusinessKey=" + number)
        .json();
  }

  private int failedJobs(String number) {
    return database.queryForObject(
        """
        select count(*) from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
        where e.BUSINESS_KEY_ = ? and j.EXCEPTION_STACK_ID_ is not null
        """,
        Integer.class,
        number);
  }

  private JsonNode escalations(String number) {
    return agent.get(INCIDENTS + number + "/escalations").json();
  }

  private List<String> triggers(String number) {
    return StreamSupport.stream(escalations(number).spliterator(), false)
        .map(escalation -> escalation.path("trigger").asText())
        .toList();
  }

  private List<String> entries(String number) {
    return escalations(number).findValuesAsText("text");
  }

  /** Whom the escalation notified, in turn. */
  private List<String> told(String number) {
    return StreamSupport.stream(escalations(number).path(0).path("entries").spliterator(), false)
        .filter(entry -> entry.path("kind").asText().equals("TOLD"))
        .map(entry -> entry.path("person").asText())
        .toList();
  }

  private static String[] names(JsonNode tasks) {
    return StreamSupport.stream(tasks.spliterator(), false)
        .map(task -> task.get("name").asText())
        .toArray(String[]::new);
  }
}
