package dev.baton.notification.process;

import dev.baton.notification.delivery.Deliveries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a notification to its channel. */
@Component
class Deliver implements JavaDelegate {

  private final Deliveries deliveries;
  private final NotificationNumbers numbers;

  Deliver(Deliveries deliveries, NotificationNumbers numbers) {
    this.deliveries = deliveries;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    deliveries.deliver(numbers.notification(execution));
  }
}
