package dev.baton.notification.process;

import dev.baton.engine.DecisionsWithoutHistory;
import dev.baton.engine.TransientFormFields;
import dev.baton.engine.release.FlowContract;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.NamedInterface;

/** All variables of the notification flow. */
@NamedInterface("variables")
@Configuration
public class NotificationVariables {

  static final String ANNOUNCEMENT_ID = "announcementId";

  /** Whether the plan is asked about the event that joined a person's message. */
  static final String IS_JOINED = "isJoined";

  static final String NOTIFICATION_ID = "notificationId";
  static final String OUTCOME = "outcome";
  static final String DUE_AT = "dueAt";
  static final String INCIDENT_NUMBER = "incidentNumber";
  static final String PRIORITY = "priority";
  static final String CLIENT = "client";
  static final String SUBJECT = "subject";
  static final String ADDRESS = "address";
  static final String TROUBLE = "trouble";
  static final String EVENT = "event";

  /** The id of the contact that a person sent together with the act. */
  static final String REPLY = "reply";

  static final String PAUSES = "pauses";
  static final String LAST_PAUSES = "lastPauses";
  static final String NOTIFICATIONS = "notifications";
  static final String NEW_ADDRESS = "newAddress";

  /** The scope that holds the facts about one recipient. */
  private static final String ONE_READER = "deliverToReader";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT =
      Set.of(
          ANNOUNCEMENT_ID,
          IS_JOINED,
          NOTIFICATION_ID,
          OUTCOME,
          DUE_AT,
          INCIDENT_NUMBER,
          PRIORITY,
          CLIENT,
          SUBJECT,
          ADDRESS,
          TROUBLE);

  /** Values that a process owner sets at a step, and values that steps of one transaction share. */
  public static final Set<String> PASSING =
      Set.of(EVENT, REPLY, PAUSES, LAST_PAUSES, NOTIFICATIONS, "tier", "isMajor");

  /** Values that people enter in the form. */
  public static final Set<String> FORM_INPUT = Set.of(NEW_ADDRESS);

  @Bean
  FlowContract notificationContract() {
    return new FlowContract(
        "client-notification", Set.of("eventAnnounced", "mailCameBack"), Set.of(), Set.of());
  }

  @Bean
  TransientFormFields notificationInput() {
    return new TransientFormFields(
        Stream.of(
                EVENT,
                PAUSES,
                LAST_PAUSES,
                NOTIFICATIONS,
                NEW_ADDRESS,
                ANNOUNCEMENT_ID,
                IS_JOINED,
                NOTIFICATION_ID,
                ADDRESS,
                TROUBLE)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The outbox has the result of the plan: a row for each recipient. */
  @Bean
  DecisionsWithoutHistory notificationPlan() {
    return new DecisionsWithoutHistory(Set.of("notification-plan"));
  }

  /** Makes the value visible to the steps of this transaction only. */
  static void pass(DelegateExecution execution, String name, Object value) {
    execution.setVariable(name, Variables.untypedValue(value, true));
  }

  /** Same as above, for the delivery to this recipient only. */
  static void passWithin(DelegateExecution execution, String name, Object value) {
    execution.setVariable(name, Variables.untypedValue(value, true), ONE_READER);
  }

  /** Stores the value with this recipient's delivery only. */
  static void keep(DelegateExecution execution, String name, Object value) {
    execution.setVariable(name, value, ONE_READER);
  }
}
