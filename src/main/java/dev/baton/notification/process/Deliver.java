package dev.baton.notification.process;

import dev.baton.notification.Deliveries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a notification to its channel. */
@Component
class Deliver implements JavaDelegate {

  private final Deliveries deliveries;

  Deliver(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deliveries.deliver(NotificationVariables.notification(execution));
  }
}
