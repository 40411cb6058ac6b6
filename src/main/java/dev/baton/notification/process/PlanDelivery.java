package dev.baton.notification.process;

import dev.baton.notification.delivery.Deliveries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out when a notification goes. */
@Component
class PlanDelivery implements JavaDelegate {

  private final Deliveries deliveries;
  private final NotificationNumbers numbers;

  PlanDelivery(Deliveries deliveries, NotificationNumbers numbers) {
    this.deliveries = deliveries;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RouteByOutcome.keep(execution, deliveries.plan(numbers.notification(execution)));
  }
}
