package dev.baton.sla.process;

import dev.baton.sla.Clocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the verdict of a clock that has ended. */
@Component
class RecordOutcome implements JavaDelegate {

  private final Clocks clocks;

  RecordOutcome(Clocks clocks) {
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.conclude(Numbers.incident(execution), Numbers.obligation(execution));
  }
}
