package dev.baton.escalation;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.engine.OfferedTask;
import dev.baton.incident.IllegalStatus;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.RefusedAct;
import dev.baton.incident.Status;
import dev.baton.incident.journal.EscalationNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises escalations and tells how they stand. For one incident one escalation runs at a time: a
 * second trigger raises it further. All within the transaction of whoever calls.
 */
@Service
@Transactional
public class Escalations {

  private static final int LONGEST_NOTE = 1_500;

  private final EscalationRepository escalations;
  private final IncidentSearch incidents;
  private final EscalationNotes notes;
  private final Flows flows;
  private final ActingPerson actingPerson;
  private final Clock clock;

  Escalations(
      EscalationRepository escalations,
      IncidentSearch incidents,
      EscalationNotes notes,
      Flows flows,
      ActingPerson actingPerson,
      Clock clock) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.notes = notes;
    this.flows = flows;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * Starts an escalation for the incident, or raises the running one. An incident that is over is
   * left alone; so is one that is resolved, unless a clock still runs; and so is what the same
   * source raised before.
   *
   * @param source names what raises it, at most 100 ASCII characters: it does so once; null for no
   *     such guard
   * @param detail what the ladder may ask for besides the trigger, such as {@code AT_RISK_75}; or
   *     null
   * @param note why, in somebody's words; or null
   */
  public void raise(
      IncidentNumber number, Trigger trigger, String source, String detail, String note) {
    escalations.takeTurns(number);
    IncidentView incident = incidents.get(number);
    if (!isOpenFor(trigger, incident.status()) || escalations.isKnown(source)) {
      return;
    }
    Optional<Escalation> running = escalations.running(number);
    Escalation escalation =
        running.orElseGet(
            () -> new Escalation(number, trigger, incident.priority(), clock.instant()));
    escalation.raisedBy(trigger, incident.priority());
    if (running.isEmpty()) {
      escalations.add(escalation);
    }
    String why = "Raised because " + trigger.words() + (note == null ? "." : ": " + note);
    escalations.write(
        escalations
            .entry(escalation, EscalationLogEntry.EscalationLogEntryKind.RAISED, why)
            .saying(EscalationWording.raised(trigger, note))
            .from(source));
    escalations.flush();
    notes.escalated(
        number,
        LocalizableText.of("entry.escalated", LocalizableText.name("entry.trigger", trigger)),
        note);
    if (running.isPresent()) {
      raiseFurther(escalation, detail);
    } else {
      start(escalation, incident, detail);
    }
  }

  /** A promise that runs until the closing can be broken after the resolution. */
  private static boolean isOpenFor(Trigger trigger, Status status) {
    return !status.isFinal() && (status != Status.RESOLVED || trigger.isOfClocks());
  }

  /** The same, with nothing that the ladder could ask for besides. */
  public void raise(IncidentNumber number, Trigger trigger, String source, String note) {
    raise(number, trigger, source, null, note);
  }

  /**
   * Asks for help up the ladder, in the acting person's name.
   *
   * @throws IllegalStatus when the incident is resolved or over
   */
  @RequiresPermission(Permission.WORK)
  public void askForHelp(IncidentNumber number, String why) {
    if (why != null && why.length() > LONGEST_NOTE) {
      throw new InvalidInput("note", LocalizableText.of("refused.escalation.long", LONGEST_NOTE));
    }
    Status status = incidents.get(number).status();
    if (status == Status.RECEIVED) {
      throw new NotOffered(LocalizableText.of("refused.escalation.notReady", number));
    }
    if (status == Status.RESOLVED || status.isFinal()) {
      throw new IllegalStatus(number.value(), status, RefusedAct.ESCALATED);
    }
    raise(number, Trigger.HELP_ASKED, null, why == null || why.isBlank() ? null : why.strip());
  }

  private void start(Escalation escalation, IncidentView incident, String detail) {
    Map<String, Object> hints = EscalationFlow.of(escalation, incident, detail);
    escalation.flowsAs(flows.start("escalationRaised", incident.number(), hints));
    escalations.flush();
  }

  /** The flow reads the ladder for the new trigger; whoever is asked too low is asked no more. */
  private void raiseFurther(Escalation escalation, String detail) {
    int before = escalation.rung();
    flows.tell(
        escalation.flowInstanceId(),
        "escalationTriggered",
        EscalationFlow.further(escalation, detail));
    if (before > 0
        && escalation.rung() > before
        && flows.listensTo(escalation.flowInstanceId(), "calledHigher")) {
      flows.tell(escalation.flowInstanceId(), "calledHigher", Map.of());
    }
  }

  /** The incident needs nobody any more. */
  public void withdraw(IncidentNumber number) {
    escalations
        .running(number)
        .filter(escalation -> flows.listensTo(escalation.flowInstanceId(), "incidentEnded"))
        .ifPresent(
            escalation -> flows.tell(escalation.flowInstanceId(), "incidentEnded", Map.of()));
  }

  @Transactional(readOnly = true)
  public EscalationView get(long id) {
    return escalations.view(escalations.get(id));
  }

  /** All escalations of an incident with their entries, oldest first. */
  @Transactional(readOnly = true)
  public List<EscalationView> of(IncidentNumber number) {
    incidents.get(number); // there must be one
    return escalations.views(escalations.of(number));
  }

  /** Escalations, newest first, without their ladder and record. */
  @Transactional(readOnly = true)
  public Page<EscalationView> list(EscalationQuery query, Pageable page) {
    return escalations.list(query, page).map(found -> found.view(List.of(), List.of()));
  }

  /**
   * The acting person answers, and will decide.
   *
   * @throws NotOffered when nobody is asked at the moment
   */
  @RequiresPermission(Permission.ANSWER_ESCALATIONS)
  public EscalationView acknowledge(long id) {
    Escalation escalation = escalations.inTurn(id);
    flows.complete(offered(escalation, "acknowledge", RefusedAct.ACKNOWLEDGED), Map.of());
    return escalations.view(escalation);
  }

  /**
   * The acting person decides; each decision is an act on the incident in his name.
   *
   * @throws NotOffered when nobody has acknowledged, or the incident does not offer the act
   */
  @RequiresPermission(Permission.ANSWER_ESCALATIONS)
  public EscalationView decide(long id, DecisionInput decision) {
    Escalation escalation = escalations.inTurn(id);
    flows.complete(offered(escalation, "decide", RefusedAct.DECIDED), decision.asFormInput());
    return escalations.view(escalation);
  }

  private OfferedTask offered(Escalation escalation, String act, RefusedAct what) {
    if (!escalation.state().isOpen()) {
      throw new NotOffered(
          LocalizableText.of(
              "refused.escalation.over",
              escalation.id(),
              LocalizableText.name("refused.escalation.state", escalation.state()),
              LocalizableText.name("refused.act", what)));
    }
    OfferedTask task =
        flows
            .offeredTask(escalation.flowInstanceId(), offered -> offered.offers(act))
            .orElseThrow(
                () ->
                    new NotOffered(
                        LocalizableText.of(
                            "refused.escalation.notNow",
                            escalation.id(),
                            LocalizableText.name("refused.escalation.state", escalation.state()),
                            LocalizableText.name("refused.act", what))));
    String me = actingPerson.current().name();
    if (act.equals("decide") && !me.equals(task.assignee())) {
      flows.assign(task, me); // somebody else steps in, and answers for it
    }
    return task;
  }
}
