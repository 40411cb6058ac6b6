package dev.baton.notification.process;

import dev.baton.notification.MendAddress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the new address over. */
@Component
class MendDelivery implements JavaDelegate {

  private final MendAddress mending;
  private final NotificationNumbers numbers;

  MendDelivery(MendAddress mending, NotificationNumbers numbers) {
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
