package dev.baton.notification.process;

import dev.baton.notification.plan.PlanNotifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lays before the communication plan what it asks of the event and the incident. */
@Component
class DescribeAnnouncement implements ExecutionListener {

  private final PlanNotifications composing;
  private final NotificationNumbers numbers;

  DescribeAnnouncement(PlanNotifications composing, NotificationNumbers numbers) {
    this.composing = composing;
    this.numbers = numbers;
  }

  @Override
  public void notify(DelegateExecution execution) {
    PlanNotifications.Facts facts = composing.facts(numbers.announcement(execution));
    NotificationVariables.pass(execution, NotificationVariables.EVENT, facts.event().name());
    NotificationVariables.pass(execution, "tier", facts.tier().name());
    NotificationVariables.pass(execution, NotificationVariables.PRIORITY, facts.priority());
    NotificationVariables.pass(execution, "isMajor", facts.isMajor());
  }
}
