package dev.baton.notification.process;

import dev.baton.notification.delivery.CorrectAddress;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that a notification stays undelivered. */
@Component
class GiveUpDelivery implements JavaDelegate {

  private final CorrectAddress mending;
  private final NotificationNumbers numbers;

  GiveUpDelivery(CorrectAddress mending, NotificationNumbers numbers) {
    this.mending = mending;
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    mending.giveUp(numbers.notification(execution));
  }
}
