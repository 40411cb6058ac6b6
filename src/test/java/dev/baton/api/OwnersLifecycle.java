package dev.baton.api;

import static dev.baton.api.ShippedFiles.after;
import static dev.baton.api.ShippedFiles.replaced;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/**
 * The lifecycle as a process owner might redesign it: security is informed beside the work, and a
 * second person approves each resolution before it is recorded. Only the approval is in German,
 * too.
 */
public final class OwnersLifecycle {

  private static final String FILE = "incident-lifecycle.bpmn";

  private static final String ASIDE =
      """
      <bpmn:userTask id="informSecurity" name="Inform security" camunda:formRef="inform-security" camunda:formRefBinding="deployment">
        <bpmn:extensionElements>
          <camunda:properties>
            <camunda:property name="baton.kind" value="aside" />
            <camunda:property name="baton.team" value="network" />
          </camunda:properties>
        </bpmn:extensionElements>
        <bpmn:incoming>watchAndWorkToInformSecurity</bpmn:incoming>
        <bpmn:outgoing>informSecurityToSecurityInformed</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:endEvent id="securityInformed" name="Security informed">
        <bpmn:incoming>informSecurityToSecurityInformed</bpmn:incoming>
      </bpmn:endEvent>
      <bpmn:sequenceFlow id="watchAndWorkToInformSecurity" sourceRef="watchAndWork" targetRef="informSecurity" />
      <bpmn:sequenceFlow id="informSecurityToSecurityInformed" sourceRef="informSecurity" targetRef="securityInformed" />
      <bpmn:userTask id="approveResolution" name="Approve the resolution" camunda:formRef="approve-resolution" camunda:formRefBinding="deployment">
        <bpmn:extensionElements>
          <camunda:properties>
            <camunda:property name="baton.kind" value="approval" />
            <camunda:property name="baton.notBy" value="resolver" />
            <camunda:property name="baton.name.de" value="Lösung freigeben" />
          </camunda:properties>
        </bpmn:extensionElements>
        <bpmn:incoming>isResolvedToRecordResolution</bpmn:incoming>
        <bpmn:outgoing>approveResolutionToRecordResolution</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:sequenceFlow id="approveResolutionToRecordResolution" sourceRef="approveResolution" targetRef="recordResolution" />
      """;

  private static final String SECURITY_FORM =
      """
      {"type": "default", "id": "inform-security", "schemaVersion": 16,
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
       "components": [
        {"id": "f0", "type": "text", "text": "### {{incidentNumber}}\\nTell security what happened.\\n\\n*About: {{replace(subject, \\"([!-/:-@\\\\\\\\[-`{-~])\\", \\"\\\\\\\\$1\\")}}*"},
        {"id": "f1", "type": "select", "key": "severity", "label": "Severity",
         "validate": {"required": true},
         "values": [{"label": "Low", "value": "LOW"}, {"label": "High", "value": "HIGH"}]},
        {"id": "f2", "type": "textarea", "key": "whatLeaked", "label": "What was disclosed?",
         "validate": {"required": true, "minLength": 3, "maxLength": 20},
         "conditional": {"hide": "=severity != \\"HIGH\\""}},
        {"id": "f3", "type": "textfield", "key": "ticket", "label": "Their ticket",
         "validate": {"pattern": "^SEC-[0-9]+$"}},
        {"id": "f11", "type": "textfield", "key": "slow", "label": "Slow",
         "validate": {"pattern": "^(a+)+$"}},
        {"id": "f4", "type": "number", "key": "accounts", "label": "Accounts",
         "validate": {"min": 1, "max": 9}},
        {"id": "f5", "type": "checkbox", "key": "byPhone", "label": "By phone"},
        {"id": "f6", "type": "datetime", "key": "informedAt", "subtype": "datetime",
         "dateLabel": "Informed at", "timeSerializingFormat": "utc_normalized"},
        {"id": "f7", "type": "group", "label": "More", "components": [
          {"id": "f8", "type": "radio", "key": "shift", "label": "Shift",
           "values": [{"label": "Early", "value": "EARLY"}, {"label": "Late", "value": "LATE"}]},
          {"id": "f9", "type": "checklist", "key": "systems", "label": "Systems",
           "values": [{"label": "Mail", "value": "mail"}, {"label": "Files", "value": "files"}]}]},
        {"id": "f10", "type": "textfield", "key": "incidentNumber", "label": "Number"}]}
      """;

  private static final String APPROVAL_FORM =
      """
      {"type": "default", "id": "approve-resolution", "schemaVersion": 16,
       "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
       "components": [
        {"id": "f1", "type": "select", "key": "resolutionCode", "label": "How was it resolved?",
         "description": "As told to the client.", "validate": {"required": true},
         "properties": {"baton.label.de": "Wie wurde sie gelöst?", "baton.option.FIXED.de": "Behoben"},
         "values": [{"label": "Fixed", "value": "FIXED"}]}]}
      """;

  private OwnersLifecycle() {}

  /** Puts it live, as a process owner. */
  public static void deploy(ApiClient owner) {
    deploy(
        owner,
        Map.of(
            FILE,
            flow(),
            "inform-security.form",
            SECURITY_FORM,
            "approve-resolution.form",
            APPROVAL_FORM));
  }

  /** Puts the shipped lifecycle live again. */
  public static void restore(ApiClient owner) {
    deploy(owner, Map.of(FILE, ShippedFiles.text(FILE)));
  }

  private static void deploy(ApiClient owner, Map<String, String> files) {
    ApiClient.Answer answer = Deployments.deploy(owner, files);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static String flow() {
    String flow = ShippedFiles.text(FILE);
    flow =
        after(
            flow,
            "<bpmn:outgoing>watchAndWorkToTellReceived</bpmn:outgoing>",
            "<bpmn:outgoing>watchAndWorkToInformSecurity</bpmn:outgoing>");
    flow =
        replaced(
            flow,
            "<bpmn:incoming>isResolvedToRecordResolution</bpmn:incoming>",
            "<bpmn:incoming>approveResolutionToRecordResolution</bpmn:incoming>");
    flow =
        replaced(
            flow,
            "<bpmn:serviceTask id=\"tellReceived\"",
            ASIDE + "<bpmn:serviceTask id=\"tellReceived\"");
    return replaced(
        flow,
        "sourceRef=\"isResolved\" targetRef=\"recordResolution\"",
        "sourceRef=\"isResolved\" targetRef=\"approveResolution\"");
  }
}
