package dev.baton.notification.process;

import dev.baton.notification.Deliveries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out when a notification goes. */
@Component
class PlanDelivery implements JavaDelegate {

  private final Deliveries deliveries;

  PlanDelivery(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Outcome.keep(execution, deliveries.plan(NotificationVariables.notification(execution)));
  }
}
