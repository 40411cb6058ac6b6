package dev.baton.escalation.process;

import dev.baton.escalation.CoverageCheck;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the gaps are mended that somebody was asked to close. */
@Component
class CheckGapAgain implements JavaDelegate {

  private final CoverageCheck coverage;

  CheckGapAgain(CoverageCheck coverage) {
    this.coverage = coverage;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        CoverageVariables.MENDED,
        coverage.checkAgain(CoverageVariables.place(execution), execution.getProcessInstanceId()));
  }
}
