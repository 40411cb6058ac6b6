package dev.baton.escalation.process;

import dev.baton.escalation.coverage.CoverageCheck;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks for time ahead in which nobody would answer. */
@Component
class CheckCoverage implements JavaDelegate {

  private final CoverageCheck coverage;

  CheckCoverage(CoverageCheck coverage) {
    this.coverage = coverage;
  }

  @Override
  public void execute(DelegateExecution execution) {
    coverage.check(CoverageVariables.place(execution));
  }
}
