package dev.baton.incident;

import dev.baton.engine.Flows;
import dev.baton.engine.OfferedTask;
import dev.baton.engine.UserTaskKind;
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

  /** What a user task may say that it offers. */
  private static final Map<String, IncidentAction> BY_OFFER =
      Map.of(
          "resolve", IncidentAction.RESOLVE,
          "hold", IncidentAction.HOLD,
          "duplicate", IncidentAction.DUPLICATE,
          "passToSecondLine", IncidentAction.PASS_TO_SECOND_LINE,
          "resume", IncidentAction.RESUME,
          "extend", IncidentAction.EXTEND);

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
    flows.offeredTasks(incident.flowInstanceId()).forEach(task -> addForTask(acts, task));
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
    BY_OFFER.forEach(
        (offer, act) -> {
          if (task.offers(offer)) {
            acts.add(act);
          }
        });
    if (task.followsIncident() && task.is(UserTaskKind.WORK)) {
      acts.add(IncidentAction.ASSIGN);
      acts.add(task.assignee() == null ? IncidentAction.CLAIM : IncidentAction.RELEASE);
    }
    if (task.is(UserTaskKind.HOLD)) {
      acts.add(IncidentAction.ASSIGN);
    }
  }
}
