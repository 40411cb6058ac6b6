package dev.baton.notification.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lays the one notification that came back before the delivery. */
@Component
class NoteReturn implements JavaDelegate {

  private final NotificationNumbers numbers;

  NoteReturn(NotificationNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    NotificationVariables.pass(
        execution, NotificationVariables.NOTIFICATIONS, List.of(numbers.notification(execution)));
  }
}
