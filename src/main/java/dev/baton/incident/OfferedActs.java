package dev.baton.incident;

import dev.baton.engine.Flows;
import dev.baton.engine.OfferedTask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the flow of an incident offers at this moment: the acts that {@link IncidentDesk} would not
 * refuse for where the work stands. Who may do them is another question.
 */
@Service
@Transactional(readOnly = true)
public class OfferedActs {

  private static final Map<String, IncidentAct> BY_MESSAGE =
      Map.of(
          "resolutionConfirmed", IncidentAct.CONFIRM,
          "resolutionRejected", IncidentAct.REOPEN,
          "resolutionAmended", IncidentAct.AMEND,
          "priorityChanged", IncidentAct.REPRIORITISE,
          "incidentWithdrawn", IncidentAct.CANCEL);

  private static final Set<Status> UNSOLVED =
      EnumSet.of(Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD);

  private final Incidents incidents;
  private final Flows flows;

  OfferedActs(Incidents incidents, Flows flows) {
    this.incidents = incidents;
    this.flows = flows;
  }

  /**
   * In the order of the enum; none for an incident that is over or whose flow has not begun.
   *
   * @throws UnknownIncident when there is no such incident
   */
  public Set<IncidentAct> of(IncidentNumber number) {
    Incident incident = incidents.get(number);
    Set<IncidentAct> acts = EnumSet.noneOf(IncidentAct.class);
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
      acts.remove(IncidentAct.CANCEL);
    }
    flows.offeredTask(incident.flowInstanceId()).ifPresent(task -> addForTask(acts, task));
    if (acts.contains(IncidentAct.RESOLVE)
        && incident.status() == Status.ASSIGNED
        && incident.assignee() != null
        && awaited.contains("workStarted")) {
      acts.add(IncidentAct.START);
    }
    if (UNSOLVED.contains(incident.status())) {
      acts.add(IncidentAct.ASK_FOR_HELP);
    }
    return acts;
  }

  private static void addForTask(Set<IncidentAct> acts, OfferedTask task) {
    if (Steps.isWork(task)) {
      acts.addAll(
          EnumSet.of(
              IncidentAct.HOLD, IncidentAct.RESOLVE, IncidentAct.DUPLICATE, IncidentAct.ASSIGN));
      acts.add(task.assignee() == null ? IncidentAct.CLAIM : IncidentAct.RELEASE);
    }
    if (Steps.isFirstLine(task)) {
      acts.add(IncidentAct.PASS_TO_SECOND_LINE);
    }
    if (Steps.isHold(task)) {
      acts.addAll(EnumSet.of(IncidentAct.RESUME, IncidentAct.EXTEND, IncidentAct.ASSIGN));
    }
  }
}
