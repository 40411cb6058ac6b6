package dev.baton.incident.process;

import dev.baton.engine.ProtectedFlow;
import dev.baton.engine.TransientFormFields;
import dev.baton.engine.release.FlowContract;
import dev.baton.incident.Incidents;
import dev.baton.incident.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/**
 * Every variable of the incident's lifecycle. What the engine keeps are routing hints and what a
 * task's card shows; form input is taken over by the step that reads it and is never kept.
 */
@NamedInterface("variables")
@Configuration
public class IncidentVariables {

  static final String INCIDENT_NUMBER = "incidentNumber";
  static final String PRIORITY = "priority";
  static final String TIER = "tier";
  static final String TEAM = "team";
  static final String OUTCOME = "outcome";
  static final String HOLD_REASON = "holdReason";
  static final String DUE_AT = "dueAt";
  static final String AT_SECOND_LINE = "atSecondLine";
  static final String CLIENT = "client";
  static final String SUBJECT = "subject";
  static final String FORM_TOKEN = "formToken";

  /** On each task: its kind, as its model says it, for the lists of Tasklist. */
  static final String TASK_KIND = "taskKind";

  /** Whether the client's word, which was waited for, came and nobody has answered it. */
  static final String ANSWERED = "answered";

  /** Whether the client's last message is new or unanswered, as a task's card shows it. */
  static final String CLIENT_REPLY = "clientReply";

  /** Who completed the work as resolved; kept only in a flow that asks for approval. */
  static final String RESOLVED_BY = "resolvedBy";

  /** Whether the table of major incidents says that it is one. */
  static final String IS_MAJOR = "isMajor";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT =
      Set.of(
          INCIDENT_NUMBER,
          PRIORITY,
          TIER,
          TEAM,
          OUTCOME,
          HOLD_REASON,
          DUE_AT,
          AT_SECOND_LINE,
          CLIENT,
          SUBJECT,
          TASK_KIND,
          RESOLVED_BY,
          ANSWERED,
          CLIENT_REPLY,
          IS_MAJOR);

  /** Transient variables, read by decisions and gateways of one transaction. */
  public static final Set<String> PASSING =
      Set.of(
          "vip",
          "line",
          "requestedTeam",
          "isAwaited",
          "reply",
          "matrixPriority",
          "policy",
          "reminders",
          "amount",
          "unit");

  /** Variables that people enter in the forms. */
  public static final Set<String> FORM_INPUT =
      Set.of(
          "note",
          "resolutionCode",
          "holdUntil",
          "duplicateOf",
          "toTeam",
          "toAssignee",
          "impact",
          "urgency",
          "newImpact",
          "newUrgency",
          "kind",
          "requesterName",
          "requesterEmail",
          "requesterPhone",
          "channel",
          "description",
          "category",
          "service",
          FORM_TOKEN);

  static final List<String> START_FORM =
      List.of(
          "kind",
          CLIENT,
          "requesterName",
          "requesterEmail",
          "requesterPhone",
          "channel",
          SUBJECT,
          "description",
          "impact",
          "urgency",
          "category",
          "service",
          "toTeam",
          FORM_TOKEN);

  @Bean
  FlowContract lifecycleContract() {
    return new FlowContract(
        "incident-lifecycle",
        Set.of("incidentReported"),
        Set.of(
            "answerAwaited",
            "resolutionAmended",
            "resolutionConfirmed",
            "resolutionRejected",
            "requesterReplied",
            "priorityChanged",
            "obligationAgreed",
            "workStarted",
            "handedOver",
            "incidentWithdrawn",
            "complaintReceived"),
        Set.of("resolve", "hold", "duplicate", "passToSecondLine", "resume", "extend"));
  }

  @Bean
  ProtectedFlow protectedLifecycle(Incidents incidents) {
    return new ProtectedFlow(
        "incident-lifecycle",
        number ->
            number != null
                && incidents
                    .find(number)
                    .filter(incident -> Status.open().contains(incident.status()))
                    .isPresent(),
        "Cancel the incident on its page, or with POST /api/v1/incidents/{number}/cancel.");
  }

  @Bean
  TransientFormFields incidentFormInput() {
    return new TransientFormFields(
        Stream.concat(FORM_INPUT.stream(), PASSING.stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
