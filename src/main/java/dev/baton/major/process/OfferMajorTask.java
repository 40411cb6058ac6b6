package dev.baton.major.process;

import dev.baton.incident.IncidentNumber;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.staff.Role;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Gives a new task to the lead; the service desk managers may take it, and see it when nobody
 * leads. It begins with an empty form.
 */
@Component
class OfferMajorTask implements TaskListener {

  /** As the work on a P1, so that it stands first. */
  private static final int URGENT = 100;

  private static final int LATER = 60;

  private final MajorIncidentSearch majors;

  OfferMajorTask(MajorIncidentSearch majors) {
    this.majors = majors;
  }

  @Override
  public void notify(DelegateTask task) {
    clear(task);
    MajorIncidentView major =
        majors.find(new IncidentNumber(task.getExecution().getProcessBusinessKey())).orElseThrow();
    boolean isUpdate = major.nextUpdateDue() != null;
    Instant due = isUpdate ? major.nextUpdateDue() : major.reviewDue();
    task.setDueDate(due == null ? null : Date.from(due));
    task.setPriority(isUpdate ? URGENT : LATER);
    task.setDescription(major.reason());
    task.addCandidateGroup(Role.SERVICE_DESK_MANAGER.group());
    if (major.lead() != null) {
      task.setAssignee(major.lead());
    }
  }

  private static void clear(DelegateTask task) {
    task.removeVariable(MajorVariables.OUTCOME);
    MajorVariables.FORM_INPUT.stream().filter(task::hasVariable).forEach(task::removeVariable);
  }
}
