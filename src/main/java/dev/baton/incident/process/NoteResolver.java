package dev.baton.incident.process;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.UserTaskDescriptions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Notes who says that the incident is resolved, before anybody approves it; only in a flow that
 * asks for approval.
 */
@Component
class NoteResolver implements TaskListener {

  private final ActingPerson actingPerson;
  private final UserTaskDescriptions descriptions;

  NoteResolver(ActingPerson actingPerson, UserTaskDescriptions descriptions) {
    this.actingPerson = actingPerson;
    this.descriptions = descriptions;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor actor = actingPerson.current();
    if ("resolved".equals(task.getVariable(IncidentVariables.OUTCOME))
        && descriptions.isApprovalAsked(task)
        && !actor.isFlow()) {
      StoredVariables.set(task.getExecution(), IncidentVariables.RESOLVED_BY, actor.name());
    }
  }
}
