package dev.baton.incident;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.engine.OfferedTask;
import dev.baton.engine.UserTaskKind;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with an incident. Each act completes the task or sends the message that the
 * incident's flow offers; where it offers none, {@link NotOffered} says why. Input is checked by
 * the flow's own steps, as {@link InvalidInput}.
 */
@Service
@Transactional
public class IncidentActions {

  /** The reply that was sent together with an act. */
  private static final String REPLY = "reply";

  private final Incidents incidents;
  private final Flows flows;
  private final ActingPerson actingPerson;
  private final TeamLookup known;
  private final Journal journal;

  IncidentActions(
      Incidents incidents,
      Flows flows,
      ActingPerson actingPerson,
      TeamLookup known,
      Journal journal) {
    this.incidents = incidents;
    this.flows = flows;
    this.actingPerson = actingPerson;
    this.known = known;
    this.journal = journal;
  }

  /** The acting person takes the incident, or begins with what was given to him; work begins. */
  @RequiresPermission(Permission.WORK)
  public IncidentView claim(IncidentNumber number) {
    Incident incident = incidents.asSeen(number);
    OfferedTask task = offered(incident, RefusedAct.CLAIMED);
    String me = actingPerson.current().name();
    if (task.assignee() != null && !task.assignee().equals(me)) {
      throw new NotOffered(
          LocalizableText.of("refused.incident.assigned", number, task.assignee()));
    }
    if (task.assignee() != null) {
      return start(number);
    }
    flows.assign(task, me);
    return incident.view();
  }

  /**
   * Hands the incident to a team, a person, or both. A null team keeps the team; a null assignee
   * with a new team leaves the assignee out, and with neither puts it back to the queue.
   */
  @RequiresPermission(Permission.WORK)
  public IncidentView assign(IncidentNumber number, String team, String assignee) {
    Incident incident = incidents.asSeen(number);
    String code = team == null ? incident.team() : known.team("team", team).code();
    if (assignee != null) {
      known.agent("assignee", assignee);
    }
    if (Objects.equals(code, incident.team())) {
      flows.assign(offered(incident, RefusedAct.ASSIGNED), assignee);
      return incident.view();
    }
    Map<String, Object> input = new HashMap<>();
    input.put("toTeam", code);
    input.put("toAssignee", assignee);
    Optional<OfferedTask> atWork =
        flows.offeredTask(flowOf(incident), task -> task.is(UserTaskKind.WORK));
    if (atWork.isPresent()) {
      input.put("outcome", "reassign");
      flows.complete(atWork.get(), input);
    } else {
      tell(incident, "handedOver", input, RefusedAct.REASSIGNED);
    }
    return incident.view();
  }

  /** Puts the incident back to its team's queue. */
  @RequiresPermission(Permission.WORK)
  public IncidentView release(IncidentNumber number) {
    return assign(number, null, null);
  }

  /** Work begins, by the assignee if there is one. */
  @RequiresPermission(Permission.WORK)
  public IncidentView start(IncidentNumber number) {
    return tell(incidents.asSeen(number), "workStarted", Map.of(), RefusedAct.STARTED);
  }

  /**
   * Puts it on hold, or gives a hold another reason or a later end.
   *
   * @param until null to leave it to the flow, as a rule to the client's days between reminders
   */
  @RequiresPermission(Permission.WORK)
  public IncidentView hold(IncidentNumber number, HoldReason reason, Instant until, String note) {
    return hold(
        number,
        reason,
        until,
        note,
        open -> open.offers("hold") || open.offers("extend"),
        Map.of());
  }

  /**
   * Puts it on hold until the requester answers what they have just been asked.
   *
   * @param reply id of the contact that asks, logged in this transaction: the same message says
   *     that the desk waits
   */
  @RequiresPermission(Permission.WORK)
  @Transactional(propagation = Propagation.MANDATORY)
  public IncidentView holdWithReply(IncidentNumber number, long reply) {
    return hold(number, HoldReason.REQUESTER, null, null, open -> open.offers("hold"), with(reply));
  }

  private static Map<String, Object> with(long reply) {
    return Map.of(REPLY, reply);
  }

  private IncidentView hold(
      IncidentNumber number,
      HoldReason reason,
      Instant until,
      String note,
      Predicate<OfferedTask> fits,
      Map<String, Object> passing) {
    Incident incident = incidents.asSeen(number);
    OfferedTask task = offered(incident, RefusedAct.PUT_ON_HOLD, fits);
    Map<String, Object> input = new HashMap<>();
    input.put("outcome", task.offers("extend") ? "extend" : "hold");
    input.put("holdReason", reason == null ? null : reason.name());
    input.put("holdUntil", until == null ? null : until.toString());
    input.put("note", note);
    flows.complete(task, input, passing);
    return incident.view();
  }

  @RequiresPermission(Permission.WORK)
  public IncidentView resume(IncidentNumber number, String note) {
    Incident incident = incidents.asSeen(number);
    OfferedTask task = offered(incident, RefusedAct.RESUMED, open -> open.offers("resume"));
    return complete(incident, task, "resume", "note", note);
  }

  /** Passes the incident to second line. */
  @RequiresPermission(Permission.WORK)
  public IncidentView passToSecondLine(IncidentNumber number, String note) {
    Incident incident = incidents.asSeen(number);
    OfferedTask task =
        offered(incident, RefusedAct.PASSED_TO_SECOND_LINE, it -> it.is(UserTaskKind.WORK));
    if (!task.offers("passToSecondLine")) {
      throw new NotOffered(LocalizableText.of("refused.incident.secondLine", number));
    }
    return complete(incident, task, "passToSecondLine", "note", note);
  }

  /** Resolves it; a resolved incident's resolution is amended, and the confirmation period anew. */
  @RequiresPermission(Permission.WORK)
  public IncidentView resolve(IncidentNumber number, ResolutionCode code, String note) {
    Incident incident = incidents.asSeen(number);
    Map<String, Object> input = new HashMap<>();
    input.put("resolutionCode", code == null ? null : code.name());
    input.put("note", note);
    if (incident.status() == Status.RESOLVED) {
      return tell(incident, "resolutionAmended", input, RefusedAct.RESOLVED);
    }
    resolve(incident, input, Map.of());
    return incident.view();
  }

  /**
   * Resolves it by what the requester has just been written.
   *
   * @param reply id of the contact, logged in this transaction: the same message says that the
   *     incident is resolved
   * @param note the text of the reply
   */
  @RequiresPermission(Permission.WORK)
  @Transactional(propagation = Propagation.MANDATORY)
  public IncidentView resolveWithReply(
      IncidentNumber number, ResolutionCode code, String note, long reply) {
    Incident incident = incidents.asSeen(number);
    Map<String, Object> input = new HashMap<>();
    input.put("resolutionCode", code == null ? null : code.name());
    input.put("note", note);
    resolve(incident, input, with(reply));
    return incident.view();
  }

  private void resolve(Incident incident, Map<String, Object> input, Map<String, Object> passing) {
    input.put("outcome", "resolved");
    flows.complete(
        offered(incident, RefusedAct.RESOLVED, task -> task.offers("resolve")), input, passing);
  }

  /** Lets a person help without holding the incident: the open task is offered to him, too. */
  @RequiresPermission(Permission.WORK)
  public IncidentView addHelper(IncidentNumber number, String person) {
    Incident incident = incidents.asSeen(number);
    String login = known.agent("person", person).login();
    OfferedTask task = offered(incident, RefusedAct.ESCALATED);
    if (incident.addHelper(login)) {
      journal.write(incident, JournalKind.HELPED, LocalizableText.of("entry.helping", login));
      incidents.flush();
      flows.involve(task, login);
    }
    return incident.view();
  }

  /** Whether its flow offers to resolve it now. */
  @Transactional(readOnly = true)
  public boolean offersResolving(IncidentNumber number) {
    Incident incident = incidents.get(number);
    return !incident.status().isFinal()
        && incident.flowInstanceId() != null
        && flows.offeredTask(incident.flowInstanceId(), task -> task.offers("resolve")).isPresent();
  }

  @RequiresPermission(Permission.WORK)
  public IncidentView markDuplicate(IncidentNumber number, IncidentNumber original) {
    Incident incident = incidents.asSeen(number);
    OfferedTask task =
        offered(incident, RefusedAct.MARKED_AS_A_DUPLICATE, open -> open.offers("duplicate"));
    return complete(incident, task, "duplicate", "duplicateOf", original.value());
  }

  /** The requester is content: a resolved incident closes. */
  @RequiresPermission(Permission.CONFIRM)
  public IncidentView confirm(IncidentNumber number) {
    return tell(incidents.asSeen(number), "resolutionConfirmed", Map.of(), RefusedAct.CONFIRMED);
  }

  /** The resolution is rejected: a resolved incident is worked on again. */
  @RequiresPermission(Permission.REOPEN)
  public IncidentView reopen(IncidentNumber number, String note) {
    return tell(incidents.asSeen(number), "resolutionRejected", noted(note), RefusedAct.REOPENED);
  }

  @RequiresPermission(Permission.WORK)
  public IncidentView cancel(IncidentNumber number, String note) {
    Incident incident = incidents.asSeen(number);
    if (incident.status() == Status.RESOLVED || incident.status().isFinal()) {
      throw refused(incident, RefusedAct.CANCELLED);
    }
    return tell(incident, "incidentWithdrawn", noted(note), RefusedAct.CANCELLED);
  }

  @RequiresPermission(Permission.REPRIORITISE)
  public IncidentView reprioritise(
      IncidentNumber number, Level impact, Level urgency, String note) {
    Map<String, Object> input = noted(note);
    input.put("newImpact", impact.name());
    input.put("newUrgency", urgency.name());
    return tell(
        incidents.asSeen(number), "priorityChanged", input, RefusedAct.GIVEN_A_NEW_PRIORITY);
  }

  private static Map<String, Object> noted(String note) {
    Map<String, Object> input = new HashMap<>();
    input.put("note", note);
    return input;
  }

  private IncidentView complete(
      Incident incident, OfferedTask task, String outcome, String field, String value) {
    Map<String, Object> input = new HashMap<>();
    input.put("outcome", outcome);
    input.put(field, value);
    flows.complete(task, input);
    return incident.view();
  }

  private IncidentView tell(
      Incident incident, String message, Map<String, Object> input, RefusedAct act) {
    if (incident.status().isFinal() || !flows.listensTo(flowOf(incident), message)) {
      throw refused(incident, act);
    }
    flows.tell(flowOf(incident), message, input);
    return incident.view();
  }

  /** The task of the main work, whatever else is open beside it. */
  private OfferedTask offered(Incident incident, RefusedAct act) {
    return offered(incident, act, OfferedTask::followsIncident);
  }

  private OfferedTask offered(Incident incident, RefusedAct act, Predicate<OfferedTask> fits) {
    if (incident.status().isFinal()) {
      throw refused(incident, act);
    }
    List<OfferedTask> open = flows.offeredTasks(flowOf(incident));
    if (open.isEmpty()) {
      throw new NotOffered(LocalizableText.of("refused.incident.noTask", incident.number()));
    }
    return open.stream().filter(fits).findFirst().orElseThrow(() -> refused(incident, act));
  }

  private static NotOffered refused(Incident incident, RefusedAct act) {
    return new IllegalStatus(incident.number().value(), incident.status(), act);
  }

  private static String flowOf(Incident incident) {
    if (incident.flowInstanceId() == null) {
      throw new NotOffered(LocalizableText.of("refused.incident.noFlow", incident.number()));
    }
    return incident.flowInstanceId();
  }
}
