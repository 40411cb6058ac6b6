package dev.baton.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands an incident that waits to another team; its waiting task moves along. */
@Component
class HandOver implements JavaDelegate {

  private final Reassign reassign;
  private final UpdateOpenTasks openWork;

  HandOver(Reassign reassign, UpdateOpenTasks openWork) {
    this.reassign = reassign;
    this.openWork = openWork;
  }

  @Override
  public void execute(DelegateExecution execution) {
    openWork.offer(execution.getProcessInstanceId(), reassign.hand(execution));
  }
}
