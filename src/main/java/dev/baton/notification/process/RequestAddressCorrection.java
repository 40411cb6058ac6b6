package dev.baton.notification.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.FormerBeanName;
import dev.baton.notification.delivery.UndeliverableNotifications;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows a person what bounced and why, and sets until when the task stays open. */
@BuildingBlock(
    name = "Ask for an address",
    description =
        "Prepares the task for a new address: what bounced, why, and until when it matters.",
    needs = {"notificationId"},
    sets = {"dueAt"})
@Component
@FormerBeanName("askForAddress")
class RequestAddressCorrection implements JavaDelegate {

  private static final int SHOWN = 190;

  private final UndeliverableNotifications mending;
  private final NotificationLookup numbers;

  RequestAddressCorrection(UndeliverableNotifications mending, NotificationLookup numbers) {
    this.mending = mending;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    UndeliverableNotifications.AddressProblem asked =
        mending.asked(numbers.notification(execution));
    keep(execution, NotificationVariables.INCIDENT_NUMBER, asked.incident());
    keep(execution, NotificationVariables.PRIORITY, asked.priority());
    keep(execution, NotificationVariables.CLIENT, asked.client());
    keep(execution, NotificationVariables.SUBJECT, asked.subject());
    keep(execution, NotificationVariables.ADDRESS, asked.address());
    keep(execution, NotificationVariables.TROUBLE, asked.words());
    NotificationVariables.passWithin(
        execution, NotificationVariables.DUE_AT, Date.from(asked.until()));
  }

  private static void keep(DelegateExecution execution, String name, String text) {
    NotificationVariables.keep(
        execution,
        name,
        text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }
}
