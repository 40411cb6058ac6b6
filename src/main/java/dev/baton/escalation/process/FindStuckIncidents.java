package dev.baton.escalation.process;

import dev.baton.engine.FormerBeanName;
import dev.baton.escalation.IncidentWatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks for incidents in which nothing moves, or that are handed around. */
@Component
@FormerBeanName("lookForStuck")
class FindStuckIncidents implements JavaDelegate {

  private final IncidentWatch watch;

  FindStuckIncidents(IncidentWatch watch) {
    this.watch = watch;
  }

  @Override
  public void execute(DelegateExecution execution) {
    watch.look();
  }
}
