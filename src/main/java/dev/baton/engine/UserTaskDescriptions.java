package dev.baton.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;

/** Looks up what user tasks say of themselves in their models. */
public interface UserTaskDescriptions {

  UserTaskDescription of(Task task);

  UserTaskDescription of(DelegateTask task);

  /** Whether a task of the same flow asks for an approval, or excludes somebody. */
  boolean isApprovalAsked(DelegateTask task);
}
