package dev.baton.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The key of the object a flow is about. Unlike a variable, it cannot be changed in a form. */
public final class BusinessKey {

  private BusinessKey() {}

  /**
   * Returns the key of the flow that a step or a task belongs to.
   *
   * @return null if the flow has none
   */
  public static String of(VariableScope scope) {
    return scope instanceof DelegateTask task
        ? task.getExecution().getProcessBusinessKey()
        : ((DelegateExecution) scope).getProcessBusinessKey();
  }
}
