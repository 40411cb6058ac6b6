package dev.baton.sla.process;

import dev.baton.sla.ClockLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the milestone that was reached, once, and announces it. */
@Component
class RecordMilestone implements JavaDelegate {

  private final ClockLifecycle clocks;

  RecordMilestone(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.reach(ClockFlowIds.incident(execution), ClockFlowIds.obligation(execution));
  }
}
