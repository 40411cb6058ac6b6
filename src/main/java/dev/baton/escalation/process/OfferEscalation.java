package dev.baton.escalation.process;

import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.EscalationView;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the task to the person who was told; the role may step in. */
@Component
class OfferEscalation implements TaskListener {

  /** Above all work on incidents. */
  private static final int URGENT = 130;

  private final EscalationLifecycle escalationLifecycle;

  OfferEscalation(EscalationLifecycle escalationLifecycle) {
    this.escalationLifecycle = escalationLifecycle;
  }

  @Override
  public void notify(DelegateTask task) {
    EscalationVariables.FORM_INPUT.stream().filter(task::hasVariable).forEach(task::removeVariable);
    EscalationView standing =
        escalationLifecycle.standing(EscalationExecution.id(task, escalationLifecycle));
    task.setAssignee(standing.responder());
    task.addCandidateGroup(standing.role().group());
    task.setPriority(URGENT);
    task.setDueDate(Date.from(standing.dueAt()));
    task.setDescription("Escalated because " + standing.trigger().words() + ".");
  }
}
