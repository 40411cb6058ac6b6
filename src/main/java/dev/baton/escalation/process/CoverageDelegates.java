package dev.baton.escalation.process;

import dev.baton.engine.InternalStep;
import dev.baton.escalation.coverage.CoverageCheck;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the two coverage flows: the check, and the gap that somebody is to close. */
@Configuration(proxyBeanMethods = false)
class CoverageDelegates {

  /** Looks for times ahead when nobody would answer. */
  @InternalStep("It is about the rota, not about an incident.")
  @Bean
  JavaDelegate checkCoverage(CoverageCheck coverage) {
    return execution -> coverage.check(CoverageVariables.place(execution));
  }

  /** Checks whether the gaps that somebody was asked to close are closed. */
  @InternalStep("It is about the rota, not about an incident.")
  @Bean({"recheckCoverageGap", "checkGapAgain"})
  JavaDelegate recheckCoverageGap(CoverageCheck coverage) {
    return execution ->
        execution.setVariable(
            CoverageVariables.MENDED,
            coverage.checkAgain(
                CoverageVariables.place(execution), execution.getProcessInstanceId()));
  }
}
