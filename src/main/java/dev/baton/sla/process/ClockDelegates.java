package dev.baton.sla.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.engine.UserTaskKind;
import dev.baton.engine.UserTaskListener;
import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.TaskDeadline;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The small steps of the clocks; the longer ones are classes of their own. */
@Configuration(proxyBeanMethods = false)
class ClockDelegates {

  /** In the incident's flow: agrees what was promised, for the step that watches the clocks. */
  @BuildingBlock(
      name = "Agree the obligations",
      description =
          "Finds what was agreed with the client for this priority. \"Watch the clocks\" must"
              + " follow without a wait.",
      needs = {"priority"},
      sets = {"obligations"})
  @Bean
  JavaDelegate agreeObligations(ClockLifecycle clocks) {
    return execution ->
        execution.setVariable(
            ClockVariables.OBLIGATIONS,
            Variables.untypedValue(clocks.agree(ClockFlowIds.incident(execution)), true));
  }

  /**
   * In the incident's flow: shows the earliest deadline on a new task, and raises its priority when
   * a promise is at risk. The follow-up date is when the next promise breaks: a filter finds by it
   * what is not late yet.
   */
  @Bean
  TaskListener showDeadline(ClockLifecycle clocks) {
    return task -> {
      TaskDeadline deadline = clocks.deadline(ClockFlowIds.incident(task.getExecution()));
      task.setDueDate(date(deadline.dueAt()));
      task.setFollowUpDate(date(deadline.breaksAt()));
      task.setPriority(task.getPriority() + deadline.pressure());
    };
  }

  @Bean
  @Order(20)
  UserTaskListener deadlineShown(ClockLifecycle clocks) {
    return new UserTaskListener(
        TaskListener.EVENTNAME_CREATE,
        description -> description.is(UserTaskKind.WORK),
        showDeadline(clocks));
  }

  /** Records the milestone that was reached, once, and has it escalated and told out of sight. */
  @BuildingBlock(
      name = "Record a milestone and follow it up",
      description = "Records a milestone of the clock, once, escalates it and tells people.",
      deprecated =
          "Use \"Record the milestone\" and draw the steps that escalate it and tell people.",
      needs = {"obligationId"})
  @Bean
  JavaDelegate recordMilestone(ClockLifecycle clocks) {
    return execution ->
        clocks.reach(ClockFlowIds.incident(execution), ClockFlowIds.obligation(execution));
  }

  /** Records the outcome of a clock that is over. */
  @BuildingBlock(
      name = "Record the outcome",
      description = "Records whether the promise was kept.",
      job = true,
      needs = {"obligationId"})
  @Bean
  JavaDelegate recordOutcome(ClockLifecycle clocks) {
    return execution ->
        clocks.conclude(ClockFlowIds.incident(execution), ClockFlowIds.obligation(execution));
  }

  private static Date date(Instant at) {
    return at == null ? null : Date.from(at);
  }
}
