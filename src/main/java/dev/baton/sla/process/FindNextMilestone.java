package dev.baton.sla.process;

import dev.baton.engine.BuildingBlock;
import dev.baton.sla.ClockLifecycle;
import dev.baton.sla.NextMilestone;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the state of the clock and the next milestone to wait for. */
@BuildingBlock(
    name = "Find the next milestone",
    description = "Finds the state of the clock and the next milestone to wait for.",
    needs = {"obligationId"},
    sets = {"obligation", "clockState", "milestone", "dueAt", "priority"})
@Component("nextMilestone")
class FindNextMilestone implements JavaDelegate {

  private final ClockLifecycle clocks;

  FindNextMilestone(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    NextMilestone next =
        clocks.next(
            ClockFlowIds.incident(execution),
            ClockFlowIds.obligation(execution),
            execution.getProcessInstanceId());
    keep(execution, ClockVariables.OBLIGATION, next.obligation().name());
    keep(execution, ClockVariables.CLOCK_STATE, next.watch().name());
    keep(execution, ClockVariables.MILESTONE, next.milestone());
    keep(execution, ClockVariables.DUE_AT, next.dueAt() == null ? null : Date.from(next.dueAt()));
    keep(execution, ClockVariables.PRIORITY, next.priority().name());
  }

  /** On the instance, where Cockpit shows it; written only when it changes. */
  private static void keep(DelegateExecution execution, String name, Object value) {
    DelegateExecution instance = execution.getProcessInstance();
    if (!instance.hasVariable(name) || !Objects.equals(instance.getVariable(name), value)) {
      instance.setVariable(name, value);
    }
  }
}
