package dev.baton.escalation.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.escalation.coverage.CoverageCheck;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the gaps are mended that somebody was asked to close. */
@Component
@FormerBeanName("checkGapAgain")
class RecheckCoverageGap implements JavaDelegate {

  private final CoverageCheck coverage;

  RecheckCoverageGap(CoverageCheck coverage) {
    this.coverage = coverage;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        CoverageVariables.MENDED,
        coverage.checkAgain(CoverageVariables.place(execution), execution.getProcessInstanceId()));
  }
}
