package dev.baton.incident.process;

import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.UserTaskDescriptions;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.staff.TeamView;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * Brings an open task in line with the version of the flow that it goes on with: its kind, and the
 * team that it is offered to. Whoever has it keeps it, and it is due as before.
 */
@Component
class ReofferTask implements TaskListener {

  private final IncidentLifecycle lifecycle;
  private final UserTaskDescriptions descriptions;
  private final OfferTask offer;

  ReofferTask(IncidentLifecycle lifecycle, UserTaskDescriptions descriptions, OfferTask offer) {
    this.lifecycle = lifecycle;
    this.descriptions = descriptions;
    this.offer = offer;
  }

  @Override
  public void notify(DelegateTask task) {
    UserTaskDescription description = descriptions.of(task);
    String kind = description.kind().word();
    if (!kind.equals(task.getVariableLocal(IncidentVariables.TASK_KIND))) {
      task.setVariableLocal(IncidentVariables.TASK_KIND, kind);
      offer.showByStatus(description, task);
    }
    String team =
        description.team() == null
            ? lifecycle.facts(FormInput.number(task)).team()
            : description.team();
    offerTo(TeamView.groupOf(team), task);
  }

  private static void offerTo(String group, DelegateTask task) {
    Set<String> groups =
        task.getCandidates().stream()
            .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
            .map(IdentityLink::getGroupId)
            .filter(each -> each != null)
            .collect(Collectors.toSet());
    if (!groups.equals(Set.of(group))) {
      groups.forEach(task::deleteCandidateGroup);
      task.addCandidateGroup(group);
    }
  }
}
