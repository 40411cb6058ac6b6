package dev.baton.api;

import static dev.baton.api.ShippedFiles.after;
import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that process owners make, each sent alone as Modeler sends it: refused with the element,
 * what would follow and what to do, and nothing is deployed.
 */
class BrokenModelsIT extends ApiDesk {

  private static final String LIFECYCLE = "incident-lifecycle.bpmn";

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "start message renamed",
            LIFECYCLE,
            text -> text.replace("name=\"incidentReported\" />", "name=\"incidentCame\" />"),
            "incidentReported",
            "nothing would start this flow"),
        mistake(
            "message of an act removed",
            LIFECYCLE,
            text -> text.replace("name=\"priorityChanged\" />", "name=\"priorityChangedNow\" />"),
            "priorityChanged"),
        mistake(
            "id of the process changed",
            "escalation.bpmn",
            text ->
                replaced(text, "<bpmn:process id=\"escalation\"", "<bpmn:process id=\"ladder\"")
                    .replace("bpmnElement=\"escalation\"", "bpmnElement=\"ladder\""),
            "would start two flows",
            "escalationRaised"),
        mistake(
            "no task offers to resolve",
            LIFECYCLE,
            text -> text.replace("value=\"resolve, ", "value=\""),
            "No user task offers 'resolve'"),
        mistake(
            "form that does not exist",
            LIFECYCLE,
            text ->
                replaced(
                    text, "formRef=\"resolve-at-first-line\"", "formRef=\"resolve-at-line-one\""),
            "resolve-at-line-one",
            "Resolve at first line",
            "resolveAtFirstLine"),
        mistake(
            "file of a form that does not exist",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "formRef=\"resolve-at-first-line\" camunda:formRefBinding=\"deployment\"",
                    "formKey=\"camunda-forms:deployment:resolve-at-line-one.form\""),
            "The form file 'resolve-at-line-one.form' does not exist",
            "Resolve at first line",
            "resolveAtFirstLine"),
        mistake(
            "form of the start event that does not exist",
            LIFECYCLE,
            text -> replaced(text, "formRef=\"log-a-contact\"", "formRef=\"log-contact\""),
            "log-contact",
            "Contact logged"),
        mistake(
            "table that does not exist",
            LIFECYCLE,
            text -> replaced(text, "decisionRef=\"assignment\"", "decisionRef=\"assign\""),
            "decision table 'assign'",
            "Choose one of",
            "assignment"),
        mistake(
            "called flow that does not exist",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "name=\"Watch the clocks\" calledElement=\"sla-clock\"",
                    "name=\"Watch the clocks\" calledElement=\"sla-clocks\""),
            "sla-clocks",
            "Watch the clocks"),
        mistake(
            "building block that does not exist",
            LIFECYCLE,
            text -> replaced(text, "\"${linkDuplicate}\"", "\"${linkDuplicates}\""),
            "linkDuplicates",
            "not a building block"),
        mistake(
            "listener in the place of a step",
            LIFECYCLE,
            text -> replaced(text, "\"${linkDuplicate}\"", "\"${recordRoute}\""),
            "recordRoute",
            "listener of a step",
            "Link the duplicate"),
        mistake(
            "step in the place of a listener",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "delegateExpression=\"${logContact}\"",
                    "delegateExpression=\"${closeIncident}\""),
            "closeIncident",
            "stands here as a listener"),
        mistake(
            "step without a building block",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "name=\"Link the duplicate\" camunda:delegateExpression=\"${linkDuplicate}\"",
                    "name=\"Link the duplicate\""),
            "Link the duplicate"),
        mistake(
            "event that does not exist",
            LIFECYCLE,
            text -> replaced(text, ">RESOLVED<", ">SOLVED<"),
            "'SOLVED' is not an event",
            "Tell the client it is resolved",
            "RESOLVED"),
        mistake(
            "word that an input does not offer",
            LIFECYCLE,
            text -> replaced(text, ">COMPLAINT<", ">COMPLAINTS<"),
            "'COMPLAINTS' is not a value of the input 'trigger'",
            "Escalate the complaint",
            "Use one of COMPLAINT"),
        mistake(
            "kind that does not exist",
            LIFECYCLE,
            text -> replaced(text, "value=\"confirmation\"", "value=\"confirming\""),
            "confirming",
            "work, hold"),
        mistake(
            "property that does not exist",
            LIFECYCLE,
            text -> text.replaceFirst("name=\"baton.offers\"", "name=\"baton.offer\""),
            "baton.offer"),
        mistake(
            "team that does not exist",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "<camunda:property name=\"baton.line\" value=\"SECOND\" />",
                    "<camunda:property name=\"baton.team\" value=\"netwrok\" />"),
            "There is no team 'netwrok'",
            "network"),
        mistake(
            "reason of a hold that does not exist",
            LIFECYCLE,
            text ->
                after(
                    text,
                    "<camunda:property name=\"baton.kind\" value=\"hold\" />",
                    "<camunda:property name=\"baton.holdReason\" value=\"HOLIDAY\" />"),
            "'HOLIDAY' is not a reason",
            "SUPPLIER",
            "Wait on hold"),
        mistake(
            "wait without an end",
            LIFECYCLE,
            text ->
                text.replaceAll(
                        "(?s)<bpmn:boundaryEvent id=\"holdPromiseDue\".*?</bpmn:boundaryEvent>", "")
                    .replaceAll("<bpmn:incoming>holdPromiseDueToFollowUpHold</bpmn:incoming>", "")
                    .replaceAll("<bpmn:sequenceFlow id=\"holdPromiseDueToFollowUpHold\"[^>]*/>", "")
                    .replaceAll(
                        "(?s)<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"holdPromiseDue"
                            + "(ToFollowUpHold)?\">.*?</bpmndi:BPMN(Shape|Edge)>",
                        ""),
            "wait here for ever",
            "Wait on hold"),
        mistake(
            "option of a form without a branch",
            "wait-on-hold.form",
            text -> text.replaceFirst("\"value\": \"resume\"", "\"value\": \"giveUp\""),
            "giveUp",
            "no branch",
            "Is the hold over?"),
        mistake(
            "condition without its option",
            LIFECYCLE,
            text -> text.replace("${outcome == 'reassign'}", "${outcome == 'handOver'}"),
            "reassign",
            "no branch"),
        mistake(
            "variable that nothing sets",
            LIFECYCLE,
            text -> replaced(text, "${atSecondLine}", "${atSecondLime}"),
            "atSecondLime",
            "nothing sets it",
            "Which line?",
            "Did you mean atSecondLine?"),
        mistake(
            "branch without a condition",
            LIFECYCLE,
            text ->
                text.replaceAll(
                    "(?s)(<bpmn:sequenceFlow id=\"whatCameOutToPlaceOnHold\"[^>]*)>.*?"
                        + "</bpmn:sequenceFlow>",
                    "$1 />"),
            "has no condition",
            "What is the outcome?"),
        mistake(
            "fixed period",
            LIFECYCLE,
            text ->
                text.replaceAll(
                    "(?s)(<bpmn:boundaryEvent id=\"confirmationDue\".*?)<bpmn:timeDate.*?"
                        + "</bpmn:timeDate>",
                    "$1<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P3D"
                        + "</bpmn:timeDuration>"),
            "ignores the client's hours",
            "Confirmation period over"),
        mistake(
            "step that nothing leads to",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "    <bpmn:endEvent id=\"clocksEnded\"",
                    "    <bpmn:serviceTask id=\"lost\" name=\"Lost step\""
                        + " camunda:delegateExpression=\"${closeIncident}\" />\n"
                        + "    <bpmn:endEvent id=\"clocksEnded\""),
            "Nothing leads to this step",
            "Lost step"),
        mistake(
            "nobody whom a task can exclude",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "<camunda:property name=\"baton.kind\" value=\"hold\" />",
                    "<camunda:property name=\"baton.kind\" value=\"hold\" />"
                        + "<camunda:property name=\"baton.notBy\" value=\"boss\" />"),
            "'boss' is nobody whom a task can exclude"),
        mistake(
            "resolution that does not wait for the client",
            LIFECYCLE,
            text -> resolutionClosesAfter(text, "0"),
            "nothing would wait",
            "Record the resolution"),
        mistake(
            "resolution that waits for a word",
            LIFECYCLE,
            text -> resolutionClosesAfter(text, "soon"),
            "'soon' is not a value of the input 'amount'",
            "or CLIENT_SETTING"),
        mistake(
            "task without a label",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "<bpmn:userTask id=\"waitOnHold\" name=\"Wait on hold\"",
                    "<bpmn:userTask id=\"waitOnHold\" name=\"\""),
            "no label"),
        mistake(
            "contract of the clock's flow",
            "sla-clock.bpmn",
            text -> text.replace("name=\"clockPaused\" />", "name=\"clockHalted\" />"),
            "clockPaused"),
        mistake(
            "act of an escalation",
            "escalation.bpmn",
            text -> replaced(text, "value=\"acknowledge\"", "value=\"confirm\""),
            "acknowledge"),
        mistake(
            "start of the notifications",
            "client-notification.bpmn",
            text -> text.replace("name=\"eventAnnounced\" />", "name=\"eventTold\" />"),
            "eventAnnounced"),
        mistake(
            "table under another id",
            "routing.dmn",
            text -> replaced(text, "<decision id=\"routing\"", "<decision id=\"route\""),
            List.of()),
        mistake("unreadable file", LIFECYCLE, text -> text.substring(0, text.length() / 2), "read"),
        mistake(
            "sequence flow to nowhere",
            LIFECYCLE,
            text ->
                replaced(
                    text,
                    "sourceRef=\"prioritise\" targetRef=\"agreeObligations\"",
                    "sourceRef=\"prioritise\" targetRef=\"agreeObligation\""),
            "agreeObligation"));
  }

  private static String resolutionClosesAfter(String flow, String amount) {
    int step = flow.indexOf("id=\"recordResolution\"");
    return flow.substring(0, step)
        + flow.substring(step)
            .replaceFirst(
                "<camunda:inputParameter name=\"amount\">CLIENT_SETTING<",
                "<camunda:inputParameter name=\"amount\">" + amount + "<");
  }

  private static Arguments mistake(
      String what, String file, UnaryOperator<String> edit, String... words) {
    return mistake(what, file, edit, List.of(words));
  }

  private static Arguments mistake(
      String what, String file, UnaryOperator<String> edit, List<String> words) {
    return Arguments.of(what, file, edit, words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void isRefusedInTheWordsOfAnOwnerAndNothingIsDeployed(
      String what, String file, UnaryOperator<String> edit, List<String> words) {
    ApiClient owner = agent.as("process-owner");
    String shipped = ShippedFiles.text(file);
    String edited = edit.apply(shipped);
    assertThat(edited).isNotEqualTo(shipped);
    int before = deployments(owner);

    ApiClient.Answer answer = Deployments.deploy(owner, file, edited);

    if (words.isEmpty()) {
      // A new file beside the live ones: it changes nothing that runs.
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    } else {
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().get("message").asText()).contains(words.toArray(String[]::new));
      assertThat(deployments(owner)).isEqualTo(before);
    }
    String number = newIncident("After: " + what);
    JsonNode incident = agent.get("/api/v1/incidents/" + number).json();
    assertThat(incident.get("status").asText()).isEqualTo("ASSIGNED");
  }

  @Test
  void allComplaintsComeAtOnce() {
    String flow =
        ShippedFiles.text(LIFECYCLE)
            .replace("name=\"priorityChanged\" />", "name=\"priorityChangedNow\" />")
            .replace(">RESOLVED<", ">SOLVED<");

    String message =
        Deployments.deploy(agent.as("process-owner"), LIFECYCLE, flow)
            .json()
            .get("message")
            .asText();

    assertThat(message).contains("priorityChanged", "SOLVED");
  }

  private static int deployments(ApiClient owner) {
    return owner.get("/engine-rest/deployment/count").json().get("count").asInt();
  }
}
