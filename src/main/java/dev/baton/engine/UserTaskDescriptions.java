package dev.baton.engine;

import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;

/** Looks up what user tasks say of themselves in their models. */
public interface UserTaskDescriptions {

  UserTaskDescription of(Task task);

  UserTaskDescription of(DelegateTask task);

  /**
   * What a step is called in the reader's language; empty if its model does not say.
   *
   * @param definitionId the engine's id of a version of a flow
   * @param step the id of a user task; null for the flow itself
   */
  Optional<String> name(String definitionId, String step, Locale reader);

  /** Whether a task of the same flow asks for an approval, or excludes somebody. */
  boolean isApprovalAsked(DelegateTask task);
}
