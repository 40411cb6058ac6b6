package dev.baton.api;

import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.calendar.Target;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.EngineClock;
import dev.baton.notification.NotificationEvent;
import dev.baton.sla.SampleTerms;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishAgreements;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Events that process owners register, word, plan and announce without Java; and what the clocks
 * announce by steps of their model. Hooli was promised an end within 100 minutes between 09 and 18.
 */
class AnnouncedEventsIT extends ApiDesk {

  private static final String EVENTS = "/api/v1/notification-events/";
  private static final String LIFECYCLE = "incident-lifecycle.bpmn";
  private static final String CLOCK = "sla-clock.bpmn";
  private static final String PLAN = "communication-plan.dmn";
  private static final Path FORMER_CLOCK =
      Path.of("src/test/resources/former/sla-clock-1.0.0.bpmn");

  @Autowired private EngineClock clock;
  @Autowired private PublishAgreements publish;

  private final List<String> reported = new ArrayList<>();
  private ApiClient owner;

  @BeforeEach
  void open() {
    owner = agent.as("process-owner");
    clock.travelTo(Instant.parse("2026-03-02T09:00:00Z"));
    if (clients.find("hooli").isEmpty()) {
      long id =
          clients
              .register(
                  new ClientView(
                      0, "hooli", "Hooli", Tier.SILVER, ZoneId.of("UTC"), Locale.ENGLISH, 5, 2, 2))
              .id();
      clients.register(new RequesterView(0, id, "Hanna", "hanna@hooli.example", null, false, null));
      publish.publish(SampleTerms.NINE_TO_SIX);
      publish.publish(agreement());
    }
  }

  private static AgreementDefinition agreement() {
    return new AgreementDefinition(
        "hooli",
        null,
        "hooli",
        null,
        null,
        null,
        null,
        SampleTerms.NINE_TO_SIX.name(),
        List.of(
            new Promise(
                ObligationKind.RESOLUTION,
                null,
                Target.parse("100 working minutes"),
                null,
                null,
                null,
                null,
                List.of(75),
                List.of(Target.parse("30 working minutes")))));
  }

  @AfterEach
  void shipped() {
    for (String number : reported) {
      agent.post("/api/v1/incidents/" + number + "/cancel", "{\"note\": \"The test is over\"}");
    }
    jobs.runDue();
    clock.reset();
    for (String file : new String[] {LIFECYCLE, CLOCK, PLAN}) {
      deploy(file, ShippedFiles.text(file));
    }
    for (String code : new String[] {"WORK_BEGUN", "OVERDUE"}) {
      owner.delete(EVENTS + code);
    }
  }

  @Test
  void anOwnerRegistersEventsAndTheirTemplates() {
    ApiClient.Answer made = register("WORK_BEGUN", "work begun", "in Arbeit", "INCIDENT", "ONCE");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith(EVENTS + "WORK_BEGUN");
    assertThat(made.json().path("builtIn").asBoolean()).isFalse();
    assertThat(register("WORK_BEGUN", "started", "begonnen", "INCIDENT", "ONCE").status())
        .isEqualTo(200);
    assertThat(owner.get(EVENTS + "WORK_BEGUN").text("nameDe")).isEqualTo("begonnen");

    JsonNode page = owner.get("/api/v1/notification-events?size=200").json();
    assertThat(page.path("items").findValuesAsText("code"))
        .contains("WORK_BEGUN")
        .containsAll(NotificationEvent.builtIn().stream().map(NotificationEvent::code).toList());
    assertThat(owner.get("/api/v1/notification-events?size=3").json().path("items")).hasSize(3);

    String words = EVENTS + "WORK_BEGUN/messages/";
    assertThat(owner.put(words + "de", "{\"opening\": \"{number} läuft.\"}").text("opening"))
        .isEqualTo("{number} läuft.");
    assertThat(owner.put(words + "de", "{\"opening\": \"{secret}\"}").status()).isEqualTo(422);
    assertThat(owner.put(words + "fr", "{}").status()).isEqualTo(422);
    assertThat(owner.get(EVENTS + "WORK_BEGUN/messages").json()).hasSize(1);
    assertThat(
            agent
                .as("client-relationship-manager")
                .put("/api/v1/clients/hooli/messages/WORK_BEGUN/en", "{\"opening\": \"Go.\"}")
                .status())
        .isEqualTo(200);
    assertThat(owner.delete(words + "de").status()).isEqualTo(204);
    assertThat(owner.delete(words + "de").status()).isEqualTo(404);
    assertThat(owner.delete(EVENTS + "WORK_BEGUN").status()).isEqualTo(204);
    assertThat(owner.delete(EVENTS + "WORK_BEGUN").status()).isEqualTo(404);
    assertThat(agent.as("admin").get("/api/v1/audit?kind=SETTINGS_CHANGED&q=WORK_BEGUN").body())
        .contains("Registered or updated", "Template changed in de", "Removed");
  }

  @Test
  void whatCannotBeAnEventIsRefusedWithTheReason() {
    for (String code : new String[] {"work-begun", "WORK__BEGUN", "A".repeat(33)}) {
      ApiClient.Answer refused = register(code, "work begun", "in Arbeit", "INCIDENT", "ONCE");
      assertThat(refused.status()).as(code).isEqualTo(422);
      assertThat(refused.body()).contains("Capital letters");
    }
    assertThat(register("WORK_BEGUN", "", "in Arbeit", "INCIDENT", "ONCE").body())
        .contains("nameEn");
    assertThat(register("WORK_BEGUN", "x", "y", "WEATHER", "ONCE").status()).isEqualTo(422);
    assertThat(owner.put(EVENTS + "WORK_BEGUN/messages/en", "{}").status()).isEqualTo(404);
    assertThat(agent.put(EVENTS + "WORK_BEGUN", "{}").status()).isEqualTo(403);
    assertThat(requester.get(EVENTS + "RESOLVED").status()).isEqualTo(403);

    ApiClient.Answer changed = register("RESOLVED", "solved", "gelöst", "RESOLUTION", "ONCE");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(changed.body()).contains("Baton itself announces it");
    assertThat(owner.delete(EVENTS + "RESOLVED").status()).isEqualTo(409);
    assertThat(owner.put(EVENTS + "RESOLVED/messages/en", "{}").body()).contains("shipped");
  }

  @Test
  void theClientIsToldOnceThatWorkHasBegun() {
    deploy(LIFECYCLE, workBegunIsTold(), "'WORK_BEGUN' is not an event", "register the event");
    deploy(PLAN, workBegunIsPlanned(), "WORK_BEGUN", "register the event");

    register("WORK_BEGUN", "work begun", "in Arbeit", "INCIDENT", "ONCE");
    deploy(LIFECYCLE, workBegunIsTold());
    String unplanned = claimed();
    assertThat(told(unplanned, "WORK_BEGUN")).isEmpty();

    deploy(PLAN, workBegunIsPlanned());
    String number = claimed();
    agent.post("/api/v1/incidents/" + number + "/release");
    agent.post("/api/v1/incidents/" + number + "/claim");
    jobs.runDue();

    assertThat(told(number, "WORK_BEGUN"))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.path("audience").asText()).isEqualTo("REQUESTER");
              assertThat(mail.path("address").asText()).isEqualTo("hanna@hooli.example");
              assertThat(mail.path("status").asText()).isIn("SENT", "DELIVERED");
            });
    assertThat(agent.get("/outbox?q=" + number).body()).contains("Work begun: It stopped");
    assertThat(agent.get("/desk/incidents/" + number).body()).contains("work begun");

    owner.put(
        EVENTS + "WORK_BEGUN/messages/de",
        "{\"subject\": \"Wir sind dran: {title}\", \"next\": \"Bis {next}.\"}");
    ApiClient.Answer german =
        agent.get("/api/v1/incidents/" + number + "/messages/WORK_BEGUN?language=de");
    assertThat(german.text("subject")).endsWith("Wir sind dran: It stopped");
    assertThat(german.text("text")).contains("Bis Montag, 2. März 2026");

    ApiClient.Answer used = owner.delete(EVENTS + "WORK_BEGUN");
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.text("detail"))
        .contains("Tell the client that work has begun", LIFECYCLE, "of the communication plan");
    ApiClient.Answer page =
        owner.send(
            owner
                .request("/desk/admin/events/WORK_BEGUN/delete")
                .setHeader("Accept-Language", "de")
                .setHeader("X-BATON-CSRF", "any")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("WORK_BEGUN lässt sich nicht löschen, da es noch verwendet wird")
        .contains("in " + LIFECYCLE, "des Kommunikationsplans");
  }

  @Test
  void anEventOfEveryTimeIsToldAgain() {
    register("WORK_BEGUN", "work begun", "in Arbeit", "INCIDENT", "EVERY_TIME");
    deploy(PLAN, workBegunIsPlanned());
    deploy(LIFECYCLE, workBegunIsTold());

    String number = claimed();
    agent.post("/api/v1/incidents/" + number + "/release");
    agent.post("/api/v1/incidents/" + number + "/claim");
    jobs.runDue();

    assertThat(told(number, "WORK_BEGUN")).hasSize(2);
  }

  @Test
  void aClockTellsAndEscalatesWhatItsModelSaysAsFormerClocksDidOutOfSight() throws IOException {
    deploy(CLOCK, Files.readString(FORMER_CLOCK));
    String former = claimed();
    deploy(CLOCK, ShippedFiles.text(CLOCK));
    String number = claimed();

    pastDue();

    for (String each : List.of(former, number)) {
      assertThat(told(each, "AT_RISK")).as(each).hasSize(1);
      assertThat(told(each, "BREACHED")).as(each).hasSize(2);
      assertThat(escalations(each))
          .as(each)
          .containsExactly(
              "Raised because the resolution is at risk.",
              "Raised because the resolution is overdue.",
              "Raised because the resolution is overdue.");
    }
  }

  @Test
  void anOwnerLeavesOutWhatAClockDoesAndTellsTheClientInstead() {
    register("OVERDUE", "overdue", "überfällig", "DEADLINE", "ONCE");
    owner.put(EVENTS + "OVERDUE/messages/en", "{\"next\": \"It was due on {next}.\"}");
    deploy(PLAN, planned("OVERDUE", "overdueRequester"));
    String flow = ShippedFiles.text(CLOCK);
    flow = replaced(flow, ">BREACHED<", ">OVERDUE<");
    flow =
        replaced(
            flow,
            "sourceRef=\"whatWasReached\" targetRef=\"escalatePastDue\"",
            "sourceRef=\"whatWasReached\" targetRef=\"tellPastDue\"");
    flow =
        flow.replaceAll(
                "(?s) *<bpmn:serviceTask id=\"escalatePastDue\".*?</bpmn:serviceTask>\n", "")
            .replaceAll(" *<bpmn:sequenceFlow id=\"escalatePastDueToTellPastDue\".*/>\n", "")
            .replaceAll(
                "(?s) *<bpmndi:BPMN(Shape|Edge) id=\"(escalatePastDueShape"
                    + "|escalatePastDueToTellPastDueEdge)\".*?</bpmndi:BPMN(Shape|Edge)>\n",
                "")
            .replace(
                "<bpmn:incoming>escalatePastDueToTellPastDue</bpmn:incoming>",
                "<bpmn:incoming>whatWasReachedToEscalatePastDue</bpmn:incoming>");
    deploy(CLOCK, flow);
    String number = claimed();

    pastDue();

    assertThat(told(number, "BREACHED")).isEmpty();
    assertThat(told(number, "OVERDUE"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.path("recipientName").asText()).isEqualTo("Hanna"));
    assertThat(escalations(number)).containsExactly("Raised because the resolution is at risk.");
    assertThat(agent.get("/outbox?q=" + number).body()).contains("Overdue: It stopped");
  }

  private static String workBegunIsTold() {
    return replaced(
        replaced(
            ShippedFiles.text(LIFECYCLE),
            "sourceRef=\"startWork\" targetRef=\"workStartDone\" />",
            """
            sourceRef="startWork" targetRef="tellWorkBegun" />
                  <bpmn:serviceTask id="tellWorkBegun" name="Tell the client that work has begun"
                      camunda:delegateExpression="${tell}">
                    <bpmn:extensionElements><camunda:inputOutput>
                      <camunda:inputParameter name="event">WORK_BEGUN</camunda:inputParameter>
                    </camunda:inputOutput></bpmn:extensionElements>
                    <bpmn:incoming>startWorkToWorkStartDone</bpmn:incoming>
                    <bpmn:outgoing>workBegunTold</bpmn:outgoing>
                  </bpmn:serviceTask>
                  <bpmn:sequenceFlow id="workBegunTold" sourceRef="tellWorkBegun"
                      targetRef="workStartDone" />\
            """),
        "<bpmn:incoming>startWorkToWorkStartDone</bpmn:incoming>\n      </bpmn:endEvent>",
        "<bpmn:incoming>workBegunTold</bpmn:incoming>\n      </bpmn:endEvent>");
  }

  private static String workBegunIsPlanned() {
    return planned("WORK_BEGUN", "workBegunRequester");
  }

  /** The plan with a row that mails the requester, made from that of RECEIVED. */
  private static String planned(String event, String row) {
    String plan = ShippedFiles.text(PLAN);
    int from = plan.indexOf("      <rule id=\"receivedRequester\">");
    String received = plan.substring(from, plan.indexOf("</rule>\n", from) + 8);
    return replaced(
            plan,
            received,
            received + received.replace("receivedRequester", row).replace("RECEIVED", event))
        .replace(
            "\"RELEASE_ROLLED_BACK\"</text>\n        </inputValues>",
            "\"RELEASE_ROLLED_BACK\",\"" + event + "\"</text>\n        </inputValues>");
  }

  private ApiClient.Answer register(
      String code, String english, String german, String topic, String occurrence) {
    return owner.put(
        EVENTS + code,
        """
        {"nameEn": "%s", "nameDe": "%s", "topic": "%s", "occurrence": "%s"}
        """
            .formatted(english, german, topic, occurrence));
  }

  private void deploy(String file, String text) {
    ApiClient.Answer answer = Deployments.deploy(owner, file, text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Refused, for these words. */
  private void deploy(String file, String text, String... refusedFor) {
    ApiClient.Answer answer = Deployments.deploy(owner, file, text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(refusedFor);
  }

  /** The number of a new incident of Hooli's that the agent works on. */
  private String claimed() {
    ApiClient.Answer answer =
        agent.post(
            "/api/v1/incidents",
            """
            {"client": "hooli", "requester": {"name": "Hanna", "email": "hanna@hooli.example"},
             "channel": "EMAIL", "subject": "It stopped", "description": "It stopped.",
             "impact": "MEDIUM", "urgency": "MEDIUM", "category": "network"}
            """);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    String number = answer.text("number");
    reported.add(number);
    jobs.runDue();
    agent.post("/api/v1/incidents/" + number + "/claim");
    jobs.runDue();
    return number;
  }

  /** Lets the clocks reach each of their milestones. */
  private void pastDue() {
    for (String time : new String[] {"10:15:00", "10:40:00.001", "11:10:00.001"}) {
      clock.travelTo(Instant.parse("2026-03-02T" + time + "Z"));
      jobs.runDue();
    }
  }

  private List<JsonNode> told(String number, String event) {
    JsonNode all = agent.get("/api/v1/incidents/" + number + "/notifications").json();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.path("event").asText().equals(event))
        .toList();
  }

  /** Why escalations were raised, in order. */
  private List<String> escalations(String number) {
    JsonNode all = agent.get("/api/v1/incidents/" + number + "/escalations").json();
    return StreamSupport.stream(all.spliterator(), false)
        .flatMap(each -> StreamSupport.stream(each.path("entries").spliterator(), false))
        .filter(entry -> entry.path("kind").asText().equals("RAISED"))
        .map(entry -> entry.path("text").asText())
        .toList();
  }
}
