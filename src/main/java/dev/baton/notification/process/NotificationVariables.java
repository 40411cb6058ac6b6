package dev.baton.notification.process;

import dev.baton.engine.DecisionsWithoutHistory;
import dev.baton.engine.TransientFormFields;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every variable of the flow that tells people of an event. */
@Configuration
public class NotificationVariables {

  static final String ANNOUNCEMENT_ID = "announcementId";
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
  static final String PAUSES = "pauses";
  static final String LAST_PAUSES = "lastPauses";
  static final String NOTIFICATIONS = "notifications";
  static final String NEW_ADDRESS = "newAddress";

  /** Where the facts of one reader live. */
  private static final String ONE_READER = "deliverToReader";

  /** What the engine keeps. */
  public static final Set<String> KEPT =
      Set.of(
          ANNOUNCEMENT_ID,
          NOTIFICATION_ID,
          OUTCOME,
          DUE_AT,
          INCIDENT_NUMBER,
          PRIORITY,
          CLIENT,
          SUBJECT,
          ADDRESS,
          TROUBLE);

  /** What a process owner sets at a step, and what steps of one transaction read. */
  public static final Set<String> PASSING =
      Set.of(EVENT, PAUSES, LAST_PAUSES, NOTIFICATIONS, "tier", "isMajor");

  /** What people type into the form. */
  public static final Set<String> FORM_INPUT = Set.of(NEW_ADDRESS);

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
                NOTIFICATION_ID,
                ADDRESS,
                TROUBLE)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The outbox has what the plan said: a row for each reader. */
  @Bean
  DecisionsWithoutHistory notificationPlan() {
    return new DecisionsWithoutHistory(Set.of("notification-plan"));
  }

  /** Lets the steps of this transaction see the value, and nobody after it. */
  static void pass(DelegateExecution execution, String name, Object value) {
    execution.setVariable(name, Variables.untypedValue(value, true));
  }

  /** The same, for the delivery to this reader alone. */
  static void passWithin(DelegateExecution execution, String name, Object value) {
    execution.setVariable(name, Variables.untypedValue(value, true), ONE_READER);
  }

  /** Keeps the value with this reader's delivery alone. */
  static void keep(DelegateExecution execution, String name, Object value) {
    execution.setVariable(name, value, ONE_READER);
  }
}
