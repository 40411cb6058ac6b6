package dev.baton.incident.process;

import dev.baton.incident.reconciliation.Reconciliation;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compares incidents and flows, every night. */
@Component
class Reconcile implements JavaDelegate {

  private final Reconciliation reconciliation;

  Reconcile(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reconciliation.reconcile();
  }
}
