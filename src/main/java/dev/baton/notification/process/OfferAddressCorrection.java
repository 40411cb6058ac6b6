package dev.baton.notification.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.notification.delivery.UndeliverableNotifications;
import dev.baton.staff.Role;
import dev.baton.staff.TeamView;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Offers the task to correct an address to the incident's team and to the service desk manager. */
@Component
@FormerBeanName("offerMending")
class OfferAddressCorrection implements TaskListener {

  /** Ranks below work on urgent incidents. */
  private static final int URGENCY = 60;

  private final UndeliverableNotifications mending;
  private final NotificationLookup numbers;

  OfferAddressCorrection(UndeliverableNotifications mending, NotificationLookup numbers) {
    this.mending = mending;
    this.numbers = numbers;
  }

  @Override
  public void notify(DelegateTask task) {
    task.removeVariable(NotificationVariables.NEW_ADDRESS);
    UndeliverableNotifications.AddressProblem asked = mending.asked(numbers.notification(task));
    task.addCandidateGroup(Role.SERVICE_DESK_MANAGER.group());
    if (asked.team() != null) {
      task.addCandidateGroup(TeamView.groupOf(asked.team()));
    }
    task.setPriority(URGENCY);
    task.setDueDate(Date.from(asked.until()));
    task.setDescription(
        "%s did not reach %s: %s".formatted(asked.event(), asked.address(), asked.words()));
  }
}
