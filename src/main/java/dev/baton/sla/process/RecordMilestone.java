package dev.baton.sla.process;

import dev.baton.sla.Clocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the milestone that was reached, once, and announces it. */
@Component
class RecordMilestone implements JavaDelegate {

  private final Clocks clocks;

  RecordMilestone(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.reach(Numbers.incident(execution), Numbers.obligation(execution));
  }
}
