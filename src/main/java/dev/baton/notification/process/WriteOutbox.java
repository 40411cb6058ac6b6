package dev.baton.notification.process;

import dev.baton.notification.plan.PlanNotifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Writes an outbox row for each recipient and passes the rows on to delivery. */
@Component
class WriteOutbox implements ExecutionListener {

  private final PlanNotifications composing;
  private final NotificationLookup numbers;

  WriteOutbox(PlanNotifications composing, NotificationLookup numbers) {
    this.composing = composing;
    this.numbers = numbers;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return; // the step was interrupted before it decided
    }
    NotificationVariables.pass(
        execution,
        NotificationVariables.NOTIFICATIONS,
        composing.compose(numbers.announcement(execution), PlanResult.of(execution)));
  }
}
