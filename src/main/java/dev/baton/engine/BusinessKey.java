package dev.baton.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a flow is about. Unlike a variable, nobody changes it by a form. */
public final class BusinessKey {

  private BusinessKey() {}

  /**
   * Of the flow that a step or a task belongs to.
   *
   * @return null where the flow has none
   */
  public static String of(VariableScope scope) {
    return scope instanceof DelegateTask task
        ? task.getExecution().getProcessBusinessKey()
        : ((DelegateExecution) scope).getProcessBusinessKey();
  }
}
