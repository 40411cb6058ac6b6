package dev.baton.incident.process;

import dev.baton.engine.InternalStep;
import dev.baton.incident.reconciliation.Reconciliation;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of the nightly reconciliation. */
@Configuration(proxyBeanMethods = false)
class ReconciliationDelegates {

  /** Compares incidents and flows. */
  @InternalStep("It is about all incidents, once a night.")
  @Bean
  JavaDelegate reconcile(Reconciliation reconciliation) {
    return execution -> reconciliation.reconcile();
  }
}
