package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stolen sign-in of a process owner, or a careless one, could bring into the engine. */
class DeploymentAttacksIT extends ApiDesk {

  static Stream<Arguments> hostileSteps() {
    return Stream.of(
        step(
            "script task", "<scriptTask id='x' scriptFormat='groovy'><script>1</script>", "script"),
        step("class", "<serviceTask id='x' camunda:class='java.lang.Runtime'>", "class"),
        step(
            "unknown bean",
            "<serviceTask id='x' camunda:delegateExpression='${jdbcTemplate}'>",
            "building block"),
        step(
            "method of a bean",
            "<serviceTask id='x' camunda:expression='${route.execute(execution)}'>",
            "execute"),
        step(
            "reflection",
            "<serviceTask id='x' camunda:expression=\"${''.getClass().forName('x')}\">",
            "getClass"),
        step(
            "class of a text", "<serviceTask id='x' camunda:expression=\"#{''['class']}\">", "[ ]"),
        step(
            "services of the engine",
            "<userTask id='x'"
                + " camunda:assignee='${execution.processEngineServices.identityService}'>",
            "processEngineServices"),
        step(
            "brace in a quote",
            "<serviceTask id='x' camunda:expression=\"${'}'.getClass().forName('x')}\">",
            "getClass"),
        step(
            "expression around an apostrophe",
            "<userTask id='x' camunda:assignee=\"it's ${''.getClass()} isn't it\">",
            "getClass"),
        step(
            "expression in two pieces",
            "<userTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter"
                + " name='a'>${''.get<!-- x --><![CDATA[Class()]]>}</camunda:inputParameter>"
                + "</camunda:inputOutput></extensionElements>",
            "getClass"),
        step(
            "class that handles a form",
            "<userTask id='x' camunda:formHandlerClass='java.lang.Runtime'>",
            "formHandlerClass"),
        step(
            "schema of another place",
            "<userTask id='x' xsi:schemaLocation='urn:x http://127.0.0.1:1/x.xsd'>",
            "schema"),
        step(
            "import",
            "<userTask id='x'><import importType='http://schemas.xmlsoap.org/wsdl/'"
                + " location='http://127.0.0.1:1/x' namespace='x'/>",
            "imported"),
        step("mail task", "<serviceTask id='x' camunda:type='mail'>", "mail"),
        step("shell task", "<serviceTask id='x' camunda:type='shell'>", "shell"),
        step(
            "script in a listener",
            "<userTask id='x'>"
                + listener("<camunda:script scriptFormat='javascript'>1</camunda:script>"),
            "script"),
        step(
            "class of a listener",
            "<userTask id='x'><extensionElements><camunda:taskListener event='create'"
                + " class='evil.Listener'/></extensionElements>",
            "class"),
        step(
            "script in an input",
            "<userTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter"
                + " name='a'><camunda:script scriptFormat='groovy'>1</camunda:script>"
                + "</camunda:inputParameter></camunda:inputOutput></extensionElements>",
            "script"),
        step(
            "expression in an input",
            "<userTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter"
                + " name='a'>${execution.engineServices.runtimeService}</camunda:inputParameter>"
                + "</camunda:inputOutput></extensionElements>",
            "engineServices"),
        step(
            "connector",
            "<serviceTask id='x'><extensionElements><camunda:connector><camunda:connectorId>"
                + "http-connector</camunda:connectorId></camunda:connector></extensionElements>",
            "connector"),
        step(
            "form of another site",
            "<userTask id='x' camunda:formKey='https://evil.example/form'>",
            "form"),
        step(
            "form that is a script",
            "<userTask id='x' camunda:formKey='javascript:alert(1)'>",
            "form"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileSteps")
  void aHostileStepIsRefusedWithTheReason(String what, String model, String reason) {
    ApiClient.Answer answer = deploy("process-owner", "hostile.bpmn", model);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    assertThat(
            answer
                .json()
                .path("details")
                .path("hostile.bpmn")
                .path("errors")
                .get(0)
                .path("mainElementId")
                .asText())
        .isEqualTo("x");
    assertThat(
            agent
                .as("process-owner")
                .get("/engine-rest/process-definition/count?key=hostile")
                .json()
                .path("count")
                .asInt())
        .isZero();
  }

  @Test
  void aConditionInAScriptIsRefused() {
    String model =
        model(
            "<userTask id='a'/><userTask id='b'/><sequenceFlow id='x' sourceRef='a'"
                + " targetRef='b'><conditionExpression xsi:type='tFormalExpression'"
                + " language='javascript'>true</conditionExpression></sequenceFlow>");

    assertThat(deploy("process-owner", "hostile.bpmn", model).body()).contains("javascript");
  }

  @Test
  void aTableInAnotherLanguageThanFeelIsRefused() {
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            namespace="x">
          <decision id="x" name="x">
            <literalExpression id="e" expressionLanguage="groovy"><text>1</text></literalExpression>
          </decision>
        </definitions>
        """;

    ApiClient.Answer answer = deploy("process-owner", "hostile.dmn", table);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("groovy");
  }

  @Test
  void aTableInTheLanguageOfModelsIsRefused() {
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            namespace="x">
          <decision id="x" name="x">
            <literalExpression id="e" expressionLanguage="juel"><text>${1 + 1}</text></literalExpression>
          </decision>
        </definitions>
        """;

    assertThat(deploy("process-owner", "hostile.dmn", table).body()).contains("juel");
  }

  @Test
  void feelThatMightNeverEndIsRefused() {
    String table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            namespace="x">
          <decision id="x" name="x">
            <literalExpression id="e"><text>count(for i in 1..1000000000 return i)</text>\
        </literalExpression>
          </decision>
        </definitions>
        """;
    String condition =
        model(
            "<exclusiveGateway id='g' default='b'/><userTask id='u'/><userTask id='v'/>"
                + "<sequenceFlow id='z' sourceRef='s' targetRef='g'/>"
                + "<sequenceFlow id='a' sourceRef='g' targetRef='u'><conditionExpression"
                + " xsi:type='tFormalExpression' language='feel'>some i in 1..1000000000"
                + " satisfies i &lt; 0</conditionExpression></sequenceFlow>"
                + "<sequenceFlow id='b' sourceRef='g' targetRef='v'/>");

    ApiClient.Answer answer = deploy("process-owner", "endless.dmn", table);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("iteration");
    assertThat(deploy("process-owner", "endless.bpmn", condition).body()).contains("iteration");
  }

  @Test
  void aConditionInFeelReachesVariablesAndNoObject() {
    String model =
        model(
                "<exclusiveGateway id='g' default='b'/><userTask id='u' name='U'/>"
                    + "<userTask id='v' name='V'/>"
                    + "<sequenceFlow id='z' sourceRef='s' targetRef='g'/>"
                    + "<sequenceFlow id='a' sourceRef='g' targetRef='u'><conditionExpression"
                    + " xsi:type='tFormalExpression' language='feel'>execution.class.name != null"
                    + "</conditionExpression></sequenceFlow>"
                    + "<sequenceFlow id='b' sourceRef='g' targetRef='v'/>")
            .replace("id='hostile'", "id='feel-condition'");
    assertThat(deploy("process-owner", "feel-condition.bpmn", model).status()).isEqualTo(200);

    ApiClient.Answer started =
        agent
            .as("admin")
            .post("/engine-rest/process-definition/key/feel-condition/submit-form", "{}");

    assertThat(started.status()).as(started.body()).isBetween(400, 500);
    assertThat(started.body()).contains("FEEL takes");
  }

  @Test
  void tooMuchInOneDeploymentIsRefused() {
    String padding = "<documentation>" + "x".repeat(3 << 20) + "</documentation>";

    assertThat(deploy("process-owner", "large.bpmn", model(padding)).status()).isBetween(400, 413);
    assertThat(deploy("process-owner", "large.form", "x".repeat(3 << 20)).status())
        .isBetween(400, 413);
    ApiClient.Answer deep =
        deploy("process-owner", "deep.bpmn", model("<a>".repeat(5_000) + "</a>".repeat(5_000)));
    assertThat(deep.status()).isEqualTo(400);
    assertThat(deep.body()).contains("deep");
    ApiClient.Answer many =
        deploy("process-owner", "many.bpmn", model("<userTask/>".repeat(30_000)));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.body()).contains("elements");
  }

  @Test
  void nothingButFlowsTablesAndFormsIsDeployed() {
    for (String name : new String[] {"x.html", "x.js", "x.groovy", "x.cmmn", "x.jar", "../x"}) {
      assertThat(deploy("process-owner", name, "<script>alert(1)</script>").status())
          .as(name)
          .isEqualTo(400);
    }
  }

  @Test
  void anEntityOfAnotherPlaceIsNotRead() {
    String model =
        "<!DOCTYPE definitions [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
            + model("<userTask id='x' name='&f;'>");

    ApiClient.Answer answer = deploy("process-owner", "hostile.bpmn", model);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("root:");
  }

  @Test
  void aCleanFlowIsDeployedByAProcessOwnerAloneAndRecorded() {
    String model =
        model(
                "<userTask id='x' name='X' camunda:assignee='${incidentNumber}'/>"
                    + "<sequenceFlow id='z' sourceRef='s' targetRef='x'/>")
            .replace("id='hostile'", "id='clean'");
    for (String role :
        new String[] {
          "agent", "senior-agent", "team-lead", "service-desk-manager", "director-of-operations",
          "client-relationship-manager", "qa-specialist", "trainer", "admin", "ada"
        }) {
      assertThat(deploy(role, "clean.bpmn", model).status()).as(role).isEqualTo(403);
    }

    assertThat(deploy("process-owner", "clean.bpmn", model).status()).isEqualTo(200);

    JsonNode trail =
        agent.as("admin").get("/api/v1/audit?kind=DEPLOYED&actor=process-owner").json();
    assertThat(trail.path("items").findValuesAsText("words"))
        .contains("Deployed clean.bpmn")
        .anyMatch(words -> words.startsWith("Create Deployment"));
  }

  @Test
  void aFilterOfTasklistIsNoWayAround() {
    ApiClient lead = agent.as("team-lead");
    ApiClient.Answer made =
        lead.post(
            "/engine-rest/filter/create",
            """
            {"resourceType": "Task", "name": "Evil", "owner": "team-lead", "properties": {},
             "query": {"assigneeExpression": "${''.getClass().forName('java.lang.Runtime')}"}}
            """);
    assertThat(made.status()).as(made.body()).isEqualTo(200);

    ApiClient.Answer run = lead.get("/engine-rest/filter/" + made.text("id") + "/list");

    assertThat(run.status()).isBetween(400, 500);
    assertThat(run.body()).doesNotContain("java.lang.Runtime@").contains("getClass");
    assertThat(lead.delete("/engine-rest/filter/" + made.text("id")).status()).isEqualTo(204);
  }

  @Test
  void expressionsInQueriesOfTheMomentAreNotRun() {
    ApiClient.Answer answer =
        agent
            .as("team-lead")
            .post("/engine-rest/task", "{\"assigneeExpression\": \"${jdbcTemplate}\"}");

    assertThat(answer.status()).isBetween(400, 500);
  }

  private static Arguments step(String what, String start, String reason) {
    String tag = start.substring(1, start.indexOf(' '));
    return Arguments.of(what, model(start + "</" + tag + ">"), reason);
  }

  private static String listener(String script) {
    return "<extensionElements><camunda:taskListener event='create'>"
        + script
        + "</camunda:taskListener></extensionElements>";
  }

  private static String model(String steps) {
    return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>"
        + "<process id='hostile' isExecutable='true' camunda:historyTimeToLive='P1D'>"
        + "<startEvent id='s'/>"
        + steps
        + "</process></definitions>";
  }

  private ApiClient.Answer deploy(String login, String name, String content) {
    return Deployments.deploy(agent.as(login), name, content);
  }
}
