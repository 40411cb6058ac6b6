package dev.baton.sla.process;

import dev.baton.sla.ClockLifecycle;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the verdict of a clock that has ended. */
@Component
class RecordOutcome implements JavaDelegate {

  private final ClockLifecycle clocks;

  RecordOutcome(ClockLifecycle clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.conclude(ClockFlowIds.incident(execution), ClockFlowIds.obligation(execution));
  }
}
