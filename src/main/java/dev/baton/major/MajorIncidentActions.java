package dev.baton.major;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.engine.OfferedTask;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.RefusedAct;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a major incident. Each act completes the task or sends the message that its
 * flow offers; where it offers none, {@link NotOffered} says why. Input is checked by the flow's
 * own steps, as {@link InvalidInput}.
 */
@Service
@Transactional
public class MajorIncidentActions {

  private static final String UPDATE_POSTED = "majorUpdatePosted";
  private static final String STOOD_DOWN = "majorIncidentStoodDown";

  private final MajorIncidents majors;
  private final RelatedIncidents related;
  private final LeadAppointment appointment;
  private final StaffDirectory staff;
  private final MajorIncidentNotes notes;
  private final Flows flows;
  private final ActingPerson actingPerson;
  private final Clock clock;

  MajorIncidentActions(
      MajorIncidents majors,
      RelatedIncidents related,
      LeadAppointment appointment,
      StaffDirectory staff,
      MajorIncidentNotes notes,
      Flows flows,
      ActingPerson actingPerson,
      Clock clock) {
    this.majors = majors;
    this.related = related;
    this.appointment = appointment;
    this.staff = staff;
    this.notes = notes;
    this.flows = flows;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /** Tells the client the news, asked for or not. */
  @RequiresPermission(Permission.WORK)
  public void postUpdate(IncidentNumber number, String forClient, String internal) {
    MajorIncident major = majors.inTurn(number);
    Map<String, Object> input = new HashMap<>();
    input.put("clientText", forClient);
    input.put("internalText", internal);
    Optional<OfferedTask> asked = offered(major, "postUpdate");
    if (asked.isPresent()) {
      flows.complete(asked.get(), input);
    } else {
      tell(major, UPDATE_POSTED, input, RefusedAct.UPDATED);
    }
  }

  /** Hands the lead over; the open task goes along. */
  @RequiresPermission(Permission.WORK)
  public void appoint(IncidentNumber number, String login, String note) {
    MajorIncident major = majors.inTurn(number);
    AgentView agent =
        staff
            .agent(login)
            .filter(AgentView::active)
            .orElseThrow(
                () -> new InvalidInput("login", LocalizableText.of("refused.agent", login)));
    String who = actingPerson.current().name();
    String why = TextInput.optional("note", note, MajorTextLimits.REASON);
    appointment.note(
        major, agent.login(), "Appointed by " + who + (why == null ? "." : ": " + why));
    flows.offeredTasks(major.flowInstanceId()).stream()
        .filter(task -> !agent.login().equals(task.assignee()))
        .forEach(task -> flows.assign(task, agent.login()));
  }

  @RequiresPermission(Permission.WORK)
  public void link(IncidentNumber number, IncidentNumber child) {
    related.link(majors.inTurn(number), child);
  }

  @RequiresPermission(Permission.WORK)
  public void unlink(IncidentNumber number, IncidentNumber child) {
    related.unlink(majors.inTurn(number), child);
  }

  /** Resolves the related ones, or leaves them open, when the flow asks. */
  @RequiresPermission(Permission.WORK)
  public void answerRelated(IncidentNumber number, boolean resolve, String note) {
    MajorIncident major = majors.inTurn(number);
    Map<String, Object> input = new HashMap<>();
    input.put("outcome", resolve ? "resolveRelated" : "leaveRelated");
    input.put("note", note);
    flows.complete(
        offered(major, "answerRelated")
            .orElseThrow(() -> major.refusal(RefusedAct.SEARCHED_FOR_RELATED_INCIDENTS)),
        input);
  }

  /** Stands down: the incident is not a major one after all. */
  @RequiresPermission(Permission.WORK)
  public void standDown(IncidentNumber number, String reason) {
    Map<String, Object> input = new HashMap<>();
    input.put("reason", reason);
    tell(majors.inTurn(number), STOOD_DOWN, input, RefusedAct.STOOD_DOWN);
  }

  /** Writes the review, with what is to be done by whom; the major incident closes. */
  @RequiresPermission(Permission.WORK)
  public void review(IncidentNumber number, ReviewText text, List<ActionItem> actions) {
    MajorIncident major = majors.inTurn(number);
    Map<String, Object> input = new HashMap<>();
    input.put("summary", text.summary());
    input.put("cause", text.cause());
    input.put("wentWell", text.wentWell());
    input.put("wentBadly", text.wentBadly());
    input.put("actions", actions.stream().map(ActionItem::line).collect(Collectors.joining("\n")));
    flows.complete(
        offered(major, "review").orElseThrow(() -> major.refusal(RefusedAct.REVIEWED)), input);
  }

  /** Marks an action as done or not done; returns false if the action does not exist. */
  @RequiresPermission(Permission.WORK)
  public boolean setDone(IncidentNumber number, long action, boolean done) {
    MajorIncident major = majors.inTurn(number);
    Optional<MajorAction> found = majors.action(major, action);
    found.ifPresent(
        item -> {
          String title = TextInput.shortened(item.view().title(), 200);
          if (done) {
            item.done(clock.instant(), actingPerson.current().name());
            notes.write(number, LocalizableText.of("entry.action-done", title), null);
          } else {
            item.undone();
            notes.write(number, LocalizableText.of("entry.action-reopened", title), null);
          }
        });
    return found.isPresent();
  }

  /** What the flow offers now. */
  @Transactional(readOnly = true)
  public Set<MajorAct> offered(IncidentNumber number) {
    MajorIncident major = majors.get(number);
    Set<MajorAct> acts = EnumSet.noneOf(MajorAct.class);
    if (!major.state().isOver()) {
      List<OfferedTask> tasks = flows.offeredTasks(major.flowInstanceId());
      Set<String> awaited = flows.awaited(major.flowInstanceId());
      add(acts, MajorAct.UPDATE, offers(tasks, "postUpdate") || awaited.contains(UPDATE_POSTED));
      add(acts, MajorAct.RESOLVE_RELATED, offers(tasks, "answerRelated"));
      add(acts, MajorAct.REVIEW, offers(tasks, "review"));
      add(acts, MajorAct.STAND_DOWN, awaited.contains(STOOD_DOWN));
    }
    return acts;
  }

  private static void add(Set<MajorAct> acts, MajorAct act, boolean isOffered) {
    if (isOffered) {
      acts.add(act);
    }
  }

  private static boolean offers(List<OfferedTask> tasks, String act) {
    return tasks.stream().anyMatch(task -> task.offers(act));
  }

  private Optional<OfferedTask> offered(MajorIncident major, String act) {
    return flows.offeredTask(major.flowInstanceId(), task -> task.offers(act));
  }

  private void tell(
      MajorIncident major, String message, Map<String, Object> input, RefusedAct act) {
    if (major.state().isOver() || !flows.listensTo(major.flowInstanceId(), message)) {
      throw major.refusal(act);
    }
    flows.tell(major.flowInstanceId(), message, input);
  }
}
