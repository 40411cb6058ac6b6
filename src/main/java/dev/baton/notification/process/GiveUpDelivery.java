package dev.baton.notification.process;

import dev.baton.notification.MendAddress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that a notification stays undelivered. */
@Component
class GiveUpDelivery implements JavaDelegate {

  private final MendAddress mending;

  GiveUpDelivery(MendAddress mending) {
    this.mending = mending;
  }

  @Override
  public void execute(DelegateExecution execution) {
    mending.giveUp(NotificationVariables.notification(execution));
  }
}
