package dev.baton.incident;

import dev.baton.engine.Flows;
import dev.baton.engine.OfferedTask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the flow of an incident offers at this moment: the acts that {@link IncidentActions} would
 * not refuse for where the work stands. Who may do them is another question.
 */
@Service
@Transactional(readOnly = true)
public class OfferedActions {

  private static final Map<String, IncidentAction> BY_MESSAGE =
      Map.of(
          "resolutionConfirmed", IncidentAction.CONFIRM,
          "resolutionRejected", IncidentAction.REOPEN,
          "resolutionAmended", IncidentAction.AMEND,
          "priorityChanged", IncidentAction.REPRIORITISE,
          "incidentWithdrawn", IncidentAction.CANCEL);

  private static final Set<Status> UNSOLVED =
      EnumSet.of(Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD);

  private final Incidents incidents;
  private final Flows flows;

  OfferedActions(Incidents incidents, Flows flows) {
    this.incidents = incidents;
    this.flows = flows;
  }

  /**
   * In the order of the enum; none for an incident that is over or whose flow has not begun.
   *
   * @throws UnknownIncident when the incident does not exist
   */
  public Set<IncidentAction> of(IncidentNumber number) {
    Incident incident = incidents.get(number);
    Set<IncidentAction> acts = EnumSet.noneOf(IncidentAction.class);
    if (incident.status().isFinal() || incident.flowInstanceId() == null) {
      return acts;
    }
    Set<String> awaited = flows.awaited(incident.flowInstanceId());
    BY_MESSAGE.forEach(
        (message, act) -> {
          if (awaited.contains(message)) {
            acts.add(act);
          }
        });
    if (incident.status() == Status.RESOLVED) {
      acts.remove(IncidentAction.CANCEL);
    }
    flows.offeredTask(incident.flowInstanceId()).ifPresent(task -> addForTask(acts, task));
    if (acts.contains(IncidentAction.RESOLVE)
        && incident.status() == Status.ASSIGNED
        && incident.assignee() != null
        && awaited.contains("workStarted")) {
      acts.add(IncidentAction.START);
    }
    if (UNSOLVED.contains(incident.status())) {
      acts.add(IncidentAction.ASK_FOR_HELP);
    }
    return acts;
  }

  private static void addForTask(Set<IncidentAction> acts, OfferedTask task) {
    if (LifecycleTasks.isWork(task)) {
      acts.addAll(
          EnumSet.of(
              IncidentAction.HOLD,
              IncidentAction.RESOLVE,
              IncidentAction.DUPLICATE,
              IncidentAction.ASSIGN));
      acts.add(task.assignee() == null ? IncidentAction.CLAIM : IncidentAction.RELEASE);
    }
    if (LifecycleTasks.isFirstLine(task)) {
      acts.add(IncidentAction.PASS_TO_SECOND_LINE);
    }
    if (LifecycleTasks.isHold(task)) {
      acts.addAll(EnumSet.of(IncidentAction.RESUME, IncidentAction.EXTEND, IncidentAction.ASSIGN));
    }
  }
}
