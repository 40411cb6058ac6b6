package dev.baton.notification.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.notification.delivery.CorrectAddress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the new address over. */
@Component
@FormerBeanName("mendDelivery")
class CorrectDelivery implements JavaDelegate {

  private final CorrectAddress mending;
  private final NotificationNumbers numbers;

  CorrectDelivery(CorrectAddress mending, NotificationNumbers numbers) {
    this.mending = mending;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object given = execution.getVariable(NotificationVariables.NEW_ADDRESS);
    execution.removeVariable(NotificationVariables.NEW_ADDRESS);
    mending.mend(numbers.notification(execution), given == null ? null : given.toString());
  }
}
