package dev.baton.notification.process;

import dev.baton.notification.plan.PlanNotifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Gives the communication plan the facts about the event and the incident that it needs. */
@Component
class DescribeAnnouncement implements ExecutionListener {

  private final PlanNotifications composing;
  private final NotificationLookup numbers;

  DescribeAnnouncement(PlanNotifications composing, NotificationLookup numbers) {
    this.composing = composing;
    this.numbers = numbers;
  }

  @Override
  public void notify(DelegateExecution execution) {
    boolean isJoined = Boolean.TRUE.equals(execution.getVariable(NotificationVariables.IS_JOINED));
    PlanNotifications.Facts facts = composing.facts(numbers.announcement(execution), isJoined);
    NotificationVariables.pass(execution, NotificationVariables.EVENT, facts.event().code());
    NotificationVariables.pass(execution, "tier", facts.tier().name());
    NotificationVariables.pass(execution, NotificationVariables.PRIORITY, facts.priority());
    NotificationVariables.pass(execution, "isMajor", facts.isMajor());
  }
}
