package dev.baton.notification.process;

import dev.baton.notification.MendAddress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the new address over. */
@Component
class MendDelivery implements JavaDelegate {

  private final MendAddress mending;

  MendDelivery(MendAddress mending) {
    this.mending = mending;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object given = execution.getVariable(NotificationVariables.NEW_ADDRESS);
    execution.removeVariable(NotificationVariables.NEW_ADDRESS);
    mending.mend(
        NotificationVariables.notification(execution), given == null ? null : given.toString());
  }
}
