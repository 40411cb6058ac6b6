package dev.baton.notification.process;

import dev.baton.notification.delivery.Deliveries;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Goes on to the next channel of the plan, if it names one. */
@Component
class TakeNextChannel implements JavaDelegate {

  private final Deliveries deliveries;
  private final NotificationNumbers numbers;

  TakeNextChannel(Deliveries deliveries, NotificationNumbers numbers) {
    this.deliveries = deliveries;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Long> next = deliveries.takeNextChannel(numbers.notification(execution));
    next.ifPresent(
        id -> NotificationVariables.keep(execution, NotificationVariables.NOTIFICATION_ID, id));
    NotificationVariables.passWithin(
        execution, NotificationVariables.OUTCOME, next.isPresent() ? "now" : "undeliverable");
  }
}
