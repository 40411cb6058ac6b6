package dev.baton.api;

import static dev.baton.api.ShippedFiles.after;
import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.client.Tier;
import dev.baton.engine.EngineClock;
import dev.baton.staff.TeamView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What process owners change by files alone, sent as Modeler sends them: the one file that was
 * changed. Everything else knows of it: the API, the tasks, the list.
 */
class RedesignedFlowsIT extends ApiDesk {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String LIFECYCLE = "incident-lifecycle.bpmn";

  @Autowired private EngineClock clock;

  private ApiClient owner;

  @BeforeEach
  void open() {
    owner = agent.as("process-owner");
    clock.travelTo(MONDAY);
    if (clients.find("bronze-client").isEmpty()) {
      register("bronze-client", Tier.BRONZE);
    }
  }

  @AfterEach
  void shipped() {
    clock.reset();
    for (String file :
        List.of(
            "resolve-at-first-line.form",
            "resolve-at-second-line.form",
            "priority.dmn",
            "routing.dmn",
            LIFECYCLE)) {
      deploy(file, ShippedFiles.text(file));
    }
  }

  private void register(String code, Tier tier) {
    long id =
        clients
            .register(
                new ClientView(
                    0, code, "The " + code, tier, ZoneId.of("UTC"), Locale.ENGLISH, 5, 2, 2))
            .id();
    clients.register(
        new RequesterView(0, id, "Cleo", "cleo@" + code + ".example", null, true, null));
  }

  @Test
  void vipsOfGoldClientsAreP1() {
    long acme = clients.find("acme").orElseThrow().id();
    clients.register(new RequesterView(0, acme, "Vera", "vera@acme.example", null, true, null));
    deploy(
        "priority.dmn",
        replaced(
            ShippedFiles.text("priority.dmn"),
            "      <rule id=\"goldVipFromP4\">",
            rule("goldVip", "-", "\"GOLD\"", "true", "\"P1\"")
                + "      <rule id=\"goldVipFromP4\">"));

    String number = reported("vera@acme.example", "Vera", "acme", "printer", "LOW");

    assertThat(incident(number).path("priority").asText()).isEqualTo("P1");
    assertThat(incident(number).path("status").asText()).isEqualTo("ASSIGNED");
  }

  private static String rule(String id, String matrix, String tier, String vip, String result) {
    StringBuilder cells = new StringBuilder("      <rule id=\"%s\">\n".formatted(id));
    int column = 0;
    for (String cell : new String[] {matrix, tier, vip}) {
      cells.append(
          "        <inputEntry id=\"%s_%d\"><text>%s</text></inputEntry>\n"
              .formatted(id, column++, cell.equals("-") ? "" : cell));
    }
    return cells
        .append(
            "        <outputEntry id=\"%s_out\"><text>%s</text></outputEntry>\n      </rule>\n"
                .formatted(id, result))
        .toString();
  }

  @Test
  void aCategoryGoesToANewTeam() {
    staff.register(new TeamView("printing", "Printing"));
    deploy(
        "routing.dmn",
        replaced(
            ShippedFiles.text("routing.dmn"),
            "      <rule id=\"firstLine\">",
            rule("printing", "-", "\"FIRST\"", "\"printer\"", "\"printing\"")
                + "      <rule id=\"firstLine\">"));

    String number = reported("ada@acme.example", "Ada", "acme", "printer", "LOW");

    assertThat(incident(number).path("team").asText()).isEqualTo("printing");
    assertThat(names(tasks(number, "team-printing"))).containsExactly("Resolve at first line");
  }

  @Test
  void theSecondLineHandsToAThird() {
    deploy(
        "resolve-at-second-line.form",
        replaced(
            ShippedFiles.text("resolve-at-second-line.form"),
            "{\n          \"label\": \"Put on hold\"",
            "{\n          \"label\": \"Pass to third line\",\n"
                + "          \"value\": \"passToThirdLine\"\n        },\n"
                + "        {\n          \"label\": \"Put on hold\""),
        "no branch");
    String flow = ShippedFiles.text(LIFECYCLE);
    flow =
        after(
            flow,
            "<bpmn:outgoing>whatCameOutToAskForHelp</bpmn:outgoing>",
            "<bpmn:outgoing>toThird</bpmn:outgoing>");
    flow =
        after(
            flow,
            "<bpmn:incoming>resolveAtSecondLineToWhatCameOut</bpmn:incoming>",
            "<bpmn:incoming>fromThird</bpmn:incoming>");
    flow =
        replaced(
            flow,
            "      <bpmn:endEvent id=\"workEnded\"",
            """
                  <bpmn:serviceTask id="passToThirdLine" name="Pass to third line"
                      camunda:delegateExpression="${reassign}">
                    <bpmn:extensionElements><camunda:inputOutput>
                      <camunda:inputParameter name="toTeam">applications</camunda:inputParameter>
                    </camunda:inputOutput></bpmn:extensionElements>
                    <bpmn:incoming>toThird</bpmn:incoming>
                    <bpmn:outgoing>thirdToWork</bpmn:outgoing>
                  </bpmn:serviceTask>
                  <bpmn:userTask id="resolveAtThirdLine" name="Resolve at third line"
                      camunda:formRef="resolve-at-second-line"
                      camunda:formRefBinding="deployment">
                    <bpmn:extensionElements><camunda:properties>
                      <camunda:property name="baton.kind" value="work" />
                      <camunda:property name="baton.line" value="THIRD" />
                      <camunda:property name="baton.offers" value="resolve, hold, duplicate" />
                    </camunda:properties></bpmn:extensionElements>
                    <bpmn:incoming>thirdToWork</bpmn:incoming>
                    <bpmn:outgoing>fromThird</bpmn:outgoing>
                  </bpmn:userTask>
                  <bpmn:sequenceFlow id="toThird" sourceRef="whatCameOut"
                      targetRef="passToThirdLine">
                    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
            >${outcome == 'passToThirdLine'}</bpmn:conditionExpression>
                  </bpmn:sequenceFlow>
                  <bpmn:sequenceFlow id="thirdToWork" sourceRef="passToThirdLine"
                      targetRef="resolveAtThirdLine" />
                  <bpmn:sequenceFlow id="fromThird" sourceRef="resolveAtThirdLine"
                      targetRef="whatCameOut" />
                  <bpmn:endEvent id="workEnded\"\
            """);
    deploy(LIFECYCLE, flow);
    deploy(
        "resolve-at-second-line.form",
        replaced(
            ShippedFiles.text("resolve-at-second-line.form"),
            "{\n          \"label\": \"Put on hold\"",
            "{\n          \"label\": \"Pass to third line\",\n"
                + "          \"value\": \"passToThirdLine\"\n        },\n"
                + "        {\n          \"label\": \"Put on hold\""));

    String number = reported("ada@acme.example", "Ada", "acme", "network", "LOW");
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post("/api/v1/incidents/" + number + "/second-line", "{\"note\": \"Too hard\"}");
    String task = tasks(number, "team-network").get(0).get("id").asText();
    ApiClient.Answer passed =
        agent.post(
            "/engine-rest/task/" + task + "/submit-form",
            "{\"variables\": {\"outcome\": {\"value\": \"passToThirdLine\"}}}");

    assertThat(passed.status()).as(passed.body()).isEqualTo(204);
    assertThat(incident(number).path("team").asText()).isEqualTo("applications");
    assertThat(names(tasks(number, "team-applications"))).containsExactly("Resolve at third line");
    ApiClient.Answer resolved =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"Third line did it\"}");
    assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
    assertThat(resolved.text("status")).isEqualTo("RESOLVED");
  }

  @Test
  void securityIsInformedBesideTheWork() {
    staff.register(new TeamView("security", "Security"));
    String flow =
        after(
            ShippedFiles.text(LIFECYCLE),
            "<bpmn:outgoing>watchAndWorkToTellReceived</bpmn:outgoing>",
            "<bpmn:outgoing>toSecurity</bpmn:outgoing>");
    flow =
        replaced(
            flow,
            "    <bpmn:endEvent id=\"clocksEnded\"",
            """
            <bpmn:userTask id="informSecurity" name="Inform security"
                camunda:formRef="close-gap" camunda:formRefBinding="deployment">
              <bpmn:extensionElements><camunda:properties>
                <camunda:property name="baton.kind" value="aside" />
                <camunda:property name="baton.team" value="security" />
              </camunda:properties></bpmn:extensionElements>
              <bpmn:incoming>toSecurity</bpmn:incoming>
              <bpmn:outgoing>securityInformed</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:endEvent id="informed" name="Security informed">
              <bpmn:incoming>securityInformed</bpmn:incoming>
            </bpmn:endEvent>
            <bpmn:sequenceFlow id="toSecurity" sourceRef="watchAndWork"
                targetRef="informSecurity" />
            <bpmn:sequenceFlow id="securityInformed" sourceRef="informSecurity"
                targetRef="informed" />
            <bpmn:endEvent id="clocksEnded\"\
            """);
    deploy(LIFECYCLE, flow);

    String number = reported("ada@acme.example", "Ada", "acme", "network", "MEDIUM");

    assertThat(names(tasks(number, "team-security"))).containsExactly("Inform security");
    assertThat(names(tasks(number, "team-service-desk"))).containsExactly("Resolve at first line");

    // Claiming and reprioritising touch the main work and leave the other task to its team.
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent
        .as("service-desk-manager")
        .post(
            "/api/v1/incidents/" + number + "/reprioritise",
            "{\"impact\": \"HIGH\", \"urgency\": \"HIGH\"}");
    JsonNode security = tasks(number, "team-security");
    assertThat(security.get(0).get("assignee").isNull()).isTrue();
    assertThat(security.get(0).get("priority").asInt() / 25).isEqualTo(4);
    assertThat(incident(number).path("assignee").asText()).isEqualTo("agent");

    ApiClient.Answer resolved =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"Replaced the cable\"}");
    assertThat(resolved.text("status")).as(resolved.body()).isEqualTo("RESOLVED");
  }

  @Test
  void incidentsOfBronzeClientsCloseAfterThreeWorkingDays() {
    String flow = ShippedFiles.text(LIFECYCLE);
    flow =
        replaced(
            flow,
            "<bpmn:sequenceFlow id=\"recordResolutionToTellResolved\""
                + " sourceRef=\"recordResolution\" targetRef=\"tellResolved\" />",
            """
            <bpmn:sequenceFlow id="recordResolutionToTellResolved" sourceRef="recordResolution"
                targetRef="isBronze" />
            <bpmn:exclusiveGateway id="isBronze" name="BRONZE?" default="notBronze">
              <bpmn:incoming>recordResolutionToTellResolved</bpmn:incoming>
              <bpmn:outgoing>bronze</bpmn:outgoing>
              <bpmn:outgoing>notBronze</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:serviceTask id="closeSoon" name="Close after three working days"
                camunda:delegateExpression="${computeDueDate}">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="amount">3</camunda:inputParameter>
                <camunda:inputParameter name="unit">WORKING_DAYS</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
              <bpmn:incoming>bronze</bpmn:incoming>
              <bpmn:outgoing>closeSoonToTell</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="bronze" name="yes" sourceRef="isBronze" targetRef="closeSoon">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
            >${tier == 'BRONZE'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="notBronze" sourceRef="isBronze" targetRef="tellResolved" />
            <bpmn:sequenceFlow id="closeSoonToTell" sourceRef="closeSoon"
                targetRef="tellResolved" />
            """);
    flow =
        replaced(
            flow,
            "<bpmn:incoming>recordResolutionToTellResolved</bpmn:incoming>\n"
                + "      <bpmn:outgoing>tellResolvedToConfirmResolution</bpmn:outgoing>",
            "<bpmn:incoming>notBronze</bpmn:incoming>\n"
                + "      <bpmn:incoming>closeSoonToTell</bpmn:incoming>\n"
                + "      <bpmn:outgoing>tellResolvedToConfirmResolution</bpmn:outgoing>");
    deploy(LIFECYCLE, flow);

    String number = reported("cleo@bronze-client.example", "Cleo", "bronze-client", "x", "LOW");
    agent.post("/api/v1/incidents/" + number + "/claim");
    agent.post(
        "/api/v1/incidents/" + number + "/resolve",
        "{\"code\": \"FIXED\", \"note\": \"Replaced the cable\"}");

    // From Monday, three working days on.
    String thursday = "2026-03-05T09:00:00";
    JsonNode task = tasks(number, "team-service-desk").get(0);
    assertThat(task.get("name").asText()).isEqualTo("Confirm resolution");
    assertThat(task.get("due").asText()).startsWith(thursday);
    clock.travelTo(MONDAY.plus(Duration.ofDays(3)).minusSeconds(1));
    jobs.runDue();
    assertThat(incident(number).path("status").asText()).isEqualTo("RESOLVED");
    clock.travelTo(MONDAY.plus(Duration.ofDays(3)));
    jobs.runDue();
    assertThat(incident(number).path("status").asText()).isEqualTo("CLOSED");
  }

  @Test
  void aChangeIsAwaitedForTwoDaysAndTheIncidentIsOnHoldMeanwhile() {
    String flow =
        replaced(
            ShippedFiles.text(LIFECYCLE),
            "<bpmn:sequenceFlow id=\"workBegunToChooseWho\" sourceRef=\"workBegun\""
                + " targetRef=\"chooseWho\" />",
            """
            <bpmn:sequenceFlow id="workBegunToChooseWho" sourceRef="workBegun"
                targetRef="twoDays" />
            <bpmn:serviceTask id="twoDays" name="Two days for the change"
                camunda:delegateExpression="${computeDueDate}">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="amount">2</camunda:inputParameter>
                <camunda:inputParameter name="unit">CALENDAR_DAYS</camunda:inputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
              <bpmn:incoming>workBegunToChooseWho</bpmn:incoming>
              <bpmn:outgoing>toAwait</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:userTask id="awaitChange" name="Await the change"
                camunda:formRef="wait-on-hold" camunda:formRefBinding="deployment">
              <bpmn:extensionElements><camunda:properties>
                <camunda:property name="baton.kind" value="hold" />
                <camunda:property name="baton.holdReason" value="CHANGE" />
                <camunda:property name="baton.offers" value="resume" />
              </camunda:properties></bpmn:extensionElements>
              <bpmn:incoming>toAwait</bpmn:incoming>
              <bpmn:outgoing>awaited</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="overdue" name="Two days over" attachedToRef="awaitChange">
              <bpmn:outgoing>overdueToWork</bpmn:outgoing>
              <bpmn:timerEventDefinition id="overdueTimer"><bpmn:timeDate
                  xsi:type="bpmn:tFormalExpression">${dueAt}</bpmn:timeDate>
              </bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="toAwait" sourceRef="twoDays" targetRef="awaitChange" />
            <bpmn:sequenceFlow id="awaited" sourceRef="awaitChange" targetRef="chooseWho" />
            <bpmn:sequenceFlow id="overdueToWork" sourceRef="overdue" targetRef="chooseWho" />
            """);
    flow =
        replaced(
            flow,
            "<bpmn:incoming>workBegunToChooseWho</bpmn:incoming>\n        <bpmn:incoming>pass",
            "<bpmn:incoming>awaited</bpmn:incoming>\n"
                + "        <bpmn:incoming>overdueToWork</bpmn:incoming>\n"
                + "        <bpmn:incoming>pass");
    deploy(LIFECYCLE, flow);

    String number = reported("ada@acme.example", "Ada", "acme", "network", "LOW");

    assertThat(incident(number).path("status").asText()).isEqualTo("ON_HOLD");
    assertThat(incident(number).at("/hold/reason").asText()).isEqualTo("CHANGE");
    assertThat(names(tasks(number, "team-service-desk"))).containsExactly("Await the change");
    clock.travelTo(MONDAY.plus(Duration.ofDays(2)));
    jobs.runDue();
    assertThat(incident(number).path("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(names(tasks(number, "team-service-desk"))).containsExactly("Resolve at first line");
  }

  @Test
  void aTaskIsWorkedOnThoughItsFormIsOfAnotherKind() {
    deploy(
        LIFECYCLE,
        replaced(
            ShippedFiles.text(LIFECYCLE),
            "camunda:formRef=\"resolve-at-first-line\" camunda:formRefBinding=\"deployment\"",
            "camunda:formKey=\"embedded:app:forms/first-line.html\""));
    String number = reported("ada@acme.example", "Ada", "acme", "network", "LOW");

    ApiClient.Answer tasks = agent.get("/api/v1/incidents/" + number + "/tasks");

    assertThat(tasks.status()).as(tasks.body()).isEqualTo(200);
    assertThat(tasks.json().at("/0/name").asText()).isEqualTo("Resolve at first line");
    assertThat(agent.get("/desk/incidents/" + number).status()).isEqualTo(200);
    assertThat(resolve(number, "Restarted").text("status")).isEqualTo("RESOLVED");
  }

  @Test
  void theRootCauseIsKeptWithTheIncident() {
    deploy(
        "resolve-at-first-line.form",
        replaced(
            ShippedFiles.text("resolve-at-first-line.form"),
            "    {\n      \"id\": \"holdReasonField\"",
            """
                {
                  "id": "rootCauseField", "type": "textfield", "key": "rootCause",
                  "label": "Root cause", "validate": {"required": true, "maxLength": 200},
                  "conditional": {"hide": "=outcome != \\"resolved\\""},
                  "properties": {"baton.keep": "true"}
                },
                {
                  "id": "systemsField", "type": "checklist", "key": "systems", "label": "Systems",
                  "conditional": {"hide": "=outcome != \\"resolved\\""},
                  "properties": {"baton.keep": "true"},
                  "values": [{"label": "Mail server", "value": "mail"},
                   {"label": "File server", "value": "files"}]
                },
                {
                  "id": "holdReasonField\"\
            """));
    String number = reported("ada@acme.example", "Ada", "acme", "network", "LOW");
    agent.post("/api/v1/incidents/" + number + "/claim");
    ApiClient.Answer without =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"Replaced it\"}");
    assertThat(without.status()).as(without.body()).isEqualTo(422);
    assertThat(without.fieldsRefused()).containsExactly("rootCause");
    assertThat(without.body()).contains("Complete 'Resolve at first line' with its form");
    assertThat(agent.get("/desk/incidents/" + number).body())
        .contains("field.outcome")
        .doesNotContain("act-RESOLVE");

    String open = "/api/v1/incidents/" + number + "/tasks";
    String task = agent.get(open).json().get(0).path("id").asText();
    ApiClient.Answer resolved =
        agent.post(
            open + "/" + task + "/complete",
            """
            {"variables": {"outcome": "resolved", "resolutionCode": "FIXED",
             "note": "Replaced it", "rootCause": "Wornout patchcable",
             "systems": ["mail", "files"]}}
            """);

    assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
    assertThat(resolved.text("status")).isEqualTo("RESOLVED");
    JsonNode detail = incident(number).at("/details/0");
    assertThat(detail.path("name").asText()).isEqualTo("rootCause");
    assertThat(detail.path("label").asText()).isEqualTo("Root cause");
    assertThat(detail.path("value").asText()).isEqualTo("Wornout patchcable");
    assertThat(incident(number).at("/details/1/value").asText())
        .isEqualTo("Mail server, File server");
    assertThat(requester.get("/api/v1/incidents/" + number).json().path("details")).isEmpty();
    assertThat(agent.get("/desk/incidents/" + number).body())
        .contains("<dt>Root cause</dt><dd>Wornout patchcable</dd>");
    assertThat(agent.get("/api/v1/incidents?q=patchcable").json().findValuesAsText("number"))
        .containsExactly(number);
    assertThat(agent.as("service-desk-manager").get("/desk/incidents.csv?q=patchcable").body())
        .contains("Due (UTC),Tags,Root cause", "Wornout patchcable");
    assertThat(agent.get("/api/v1/incidents/" + number + "/timeline?size=100").json().toString())
        .contains("DETAIL_RECORDED", "Wornout patchcable");
    assertThat(agent.as("director-of-operations").get("/api/v1/audit?subject=" + number).body())
        .contains("Root cause: Wornout patchcable");
  }

  @Test
  void aSecondPersonApprovesTheResolutionOfAP1() {
    deploy(
        "approve-resolution.form",
        """
        {"type": "default", "id": "approve-resolution", "schemaVersion": 16,
         "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
         "components": [
          {"id": "f1", "type": "radio", "key": "outcome", "label": "Is it resolved?",
           "validate": {"required": true},
           "values": [{"label": "Approve", "value": "approved"},
            {"label": "Send back", "value": "refused"}]}]}
        """);
    String flow =
        replaced(
            ShippedFiles.text(LIFECYCLE),
            "sourceRef=\"isResolved\" targetRef=\"recordResolution\"",
            "sourceRef=\"isResolved\" targetRef=\"isP1\"");
    flow =
        replaced(
            flow,
            "<bpmn:incoming>isResolvedToRecordResolution</bpmn:incoming>",
            "<bpmn:incoming>notP1</bpmn:incoming><bpmn:incoming>approved</bpmn:incoming>");
    flow =
        replaced(
            flow,
            "    <bpmn:exclusiveGateway id=\"isResolved\"",
            """
            <bpmn:exclusiveGateway id="isP1" name="P1?" default="notP1">
              <bpmn:incoming>isResolvedToRecordResolution</bpmn:incoming>
              <bpmn:outgoing>p1</bpmn:outgoing>
              <bpmn:outgoing>notP1</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:userTask id="approveResolution" name="Approve the resolution"
                camunda:formRef="approve-resolution" camunda:formRefBinding="deployment">
              <bpmn:extensionElements><camunda:properties>
                <camunda:property name="baton.kind" value="approval" />
                <camunda:property name="baton.notBy" value="resolver" />
              </camunda:properties></bpmn:extensionElements>
              <bpmn:incoming>p1</bpmn:incoming>
              <bpmn:outgoing>toIsApproved</bpmn:outgoing>
            </bpmn:userTask>
            <bpmn:exclusiveGateway id="isApproved" name="Approved?" default="refused">
              <bpmn:incoming>toIsApproved</bpmn:incoming>
              <bpmn:outgoing>approved</bpmn:outgoing>
              <bpmn:outgoing>refused</bpmn:outgoing>
            </bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="p1" name="yes" sourceRef="isP1" targetRef="approveResolution">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
            >${priority == 'P1'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="notP1" name="no" sourceRef="isP1"
                targetRef="recordResolution" />
            <bpmn:sequenceFlow id="toIsApproved" sourceRef="approveResolution"
                targetRef="isApproved" />
            <bpmn:sequenceFlow id="approved" name="approved" sourceRef="isApproved"
                targetRef="recordResolution">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression"\
            >${outcome == 'approved'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="refused" name="sent back" sourceRef="isApproved"
                targetRef="work" />
                <bpmn:exclusiveGateway id="isResolved\"\
            """);
    deploy(LIFECYCLE, flow);
    ApiClient senior = agent.as("senior-agent");

    String harmless = reported("ada@acme.example", "Ada", "acme", "network", "LOW");
    assertThat(resolve(harmless, "Restarted").text("status")).isEqualTo("RESOLVED");

    String number = reported("ada@acme.example", "Ada", "acme", "network", "HIGH");
    assertThat(resolve(number, "Restarted").text("status")).isEqualTo("IN_PROGRESS");
    ApiClient.Answer own = approve(agent, number, "approved");
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.text("detail")).contains("You resolved " + number + " yourself");
    assertThat(approve(senior, number, "refused").text("status")).isEqualTo("IN_PROGRESS");
    assertThat(resolve(number, "Replaced it").text("status")).isEqualTo("IN_PROGRESS");
    ApiClient.Answer approved = approve(senior, number, "approved");

    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(approved.text("status")).isEqualTo("RESOLVED");
    assertThat(approved.json().at("/resolution/note").asText()).isEqualTo("Replaced it");
  }

  private ApiClient.Answer resolve(String number, String note) {
    agent.post("/api/v1/incidents/" + number + "/claim");
    ApiClient.Answer answer =
        agent.post(
            "/api/v1/incidents/" + number + "/resolve",
            "{\"code\": \"FIXED\", \"note\": \"%s\"}".formatted(note));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static ApiClient.Answer approve(ApiClient somebody, String number, String outcome) {
    String tasks = "/api/v1/incidents/" + number + "/tasks";
    String id =
        StreamSupport.stream(somebody.get(tasks).json().spliterator(), false)
            .filter(task -> task.path("kind").asText().equals("approval"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    return somebody.post(
        tasks + "/" + id + "/complete",
        "{\"variables\": {\"outcome\": \"%s\"}}".formatted(outcome));
  }

  private void deploy(String file, String text) {
    ApiClient.Answer answer = Deployments.deploy(owner, file, text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Refused, for these words. */
  private void deploy(String file, String text, String refusedFor) {
    ApiClient.Answer answer = Deployments.deploy(owner, file, text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(refusedFor);
  }

  private String reported(String email, String name, String client, String category, String level) {
    ApiClient.Answer answer =
        agent.post(
            "/api/v1/incidents",
            """
            {"client": "%s", "requester": {"name": "%s", "email": "%s"}, "channel": "EMAIL",
             "subject": "It stopped", "description": "It stopped.", "impact": "%s",
             "urgency": "%s", "category": "%s"}
            """
                .formatted(client, name, email, level, level, category));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    jobs.runDue();
    return answer.text("number");
  }

  private JsonNode incident(String number) {
    return agent.get("/api/v1/incidents/" + number).json();
  }

  private JsonNode tasks(String number, String group) {
    return agent
        .as("service-desk-manager")
        .get(
            "/engine-rest/task?processInstanceBusinessKey=%s&candidateGroup=%s&includeAssignedTasks=true"
                .formatted(number, group))
        .json();
  }

  private static String[] names(JsonNode tasks) {
    return StreamSupport.stream(tasks.spliterator(), false)
        .map(task -> task.get("name").asText())
        .toArray(String[]::new);
  }
}
