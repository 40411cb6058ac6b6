package dev.baton.sla;

import dev.baton.client.ClientDirectory;
import dev.baton.engine.ActingPerson;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentLocks;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.sla.NextMilestone.Watch;
import dev.baton.sla.agreement.ApplicableAgreements;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the flows do with the clocks of an incident: create the obligations, find the next
 * milestone, record the milestones reached, and conclude. Every step flushes its changes to the
 * database.
 */
@Service
@Transactional
public class ClockLifecycle {

  private static final Set<Channel> LIVE = EnumSet.of(Channel.PHONE, Channel.WALK_IN);

  private final ClockLedger ledger;
  private final ApplicableAgreements agreements;
  private final PlannedUpdateInterval plannedUpdates;
  private final ClientDirectory clients;
  private final IncidentSearch incidents;
  private final MilestoneRecorder milestones;
  private final ClockFlowMessages messages;
  private final TaskDeadlines openWork;
  private final IncidentLocks turns;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ClockLifecycle(
      ClockLedger ledger,
      ApplicableAgreements agreements,
      PlannedUpdateInterval plannedUpdates,
      ClientDirectory clients,
      IncidentSearch incidents,
      MilestoneRecorder milestones,
      ClockFlowMessages messages,
      TaskDeadlines openWork,
      IncidentLocks turns,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.ledger = ledger;
    this.agreements = agreements;
    this.plannedUpdates = plannedUpdates;
    this.clients = clients;
    this.incidents = incidents;
    this.milestones = milestones;
    this.messages = messages;
    this.openWork = openWork;
    this.turns = turns;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Creates the obligations of the incident, once, and returns those that need a clock. The
   * response to an incident reported on a live call counts as met at once.
   */
  public List<Long> agree(IncidentNumber number) {
    List<Obligation> obligations = ledger.obligations(number);
    if (obligations.isEmpty()) {
      IncidentView incident = incidents.get(number);
      if (LIVE.contains(incident.channel())) {
        ClockEvent onTheCall =
            new ClockEvent(incident.openedAt(), ClockEvent.Type.ANSWERED, null, null, actor());
        ledger.record(number, null, onTheCall);
      }
      obligations = promises(number, incident);
    }
    return obligations.stream().filter(o -> !o.isOver()).map(Obligation::id).toList();
  }

  private List<Obligation> promises(IncidentNumber number, IncidentView incident) {
    List<Obligation> agreed = new ArrayList<>();
    List<RecordedEvent> before = null;
    for (ObligationKind kind : ObligationKind.values()) {
      Optional<Terms> terms = promised(kind, incident);
      if (terms.isPresent()) {
        before = before == null ? ledger.events(number.value()) : before;
        agreed.add(promise(number, incident, terms.get(), before));
      }
    }
    ledger.flush();
    return agreed;
  }

  private Obligation promise(
      IncidentNumber number, IncidentView incident, Terms terms, List<RecordedEvent> before) {
    Obligation obligation = new Obligation(number.value(), terms, incident.openedAt());
    if (!before.isEmpty()) {
      obligation.changed();
    }
    obligation.shows(ledger.read(obligation, before));
    ledger.add(obligation);
    if (obligation.isOver()) {
      conclude(obligation);
    }
    return obligation;
  }

  /**
   * Applies the terms of the incident's new priority to its clocks. Returns the obligations that
   * are new with this priority and need a clock.
   */
  public List<Long> retarget(IncidentNumber number) {
    turns.take(number);
    IncidentView incident = incidents.get(number);
    List<Obligation> obligations = ledger.obligations(number);
    List<Long> joining = new ArrayList<>();
    for (ObligationKind kind : ObligationKind.values()) {
      Terms terms = promised(kind, incident).orElse(null);
      Optional<Obligation> present = obligations.stream().filter(o -> o.kind() == kind).findFirst();
      if (present.isPresent()) {
        retarget(number, present.get(), terms);
      } else if (terms != null) {
        Obligation joined = promise(number, incident, terms, ledger.events(number.value()));
        if (!joined.isOver()) {
          joining.add(joined.id());
        }
      }
    }
    openWork.show(number, deadline(number));
    ledger.flush();
    return joining;
  }

  private void retarget(IncidentNumber number, Obligation obligation, Terms terms) {
    ClockSnapshot before = ledger.read(obligation);
    if (before.isOver() || before.terms().equals(terms)) {
      return;
    }
    ledger.record(
        number,
        obligation.kind(),
        new ClockEvent(clock.instant(), ClockEvent.Type.RETARGETED, null, terms, actor()));
    obligation.changed();
    ClockSnapshot after = ledger.read(obligation);
    obligation.shows(after);
    ledger.flush();
    messages.tell(obligation, before, after);
  }

  /** The state of the clock, and what its flow has to wait for. */
  public NextMilestone next(IncidentNumber number, long obligationId, String watchingInstance) {
    Obligation obligation = ledger.obligation(number, obligationId);
    ClockSnapshot reading = ledger.read(obligation);
    obligation.shows(reading);
    obligation.isWatchedBy(watchingInstance);
    IncidentView incident = incidents.get(new IncidentNumber(obligation.incident()));
    ledger.flush();
    if (reading.state() != ClockState.RUNNING) {
      return new NextMilestone(obligation.kind(), Watch.PAUSED, null, null, incident.priority());
    }
    return milestones
        .next(obligation, reading)
        .map(
            next ->
                new NextMilestone(
                    obligation.kind(),
                    reading.isPastDue() ? Watch.PAST_DUE : Watch.RUNNING,
                    next.milestone().name(),
                    next.at(),
                    incident.priority()))
        .orElseGet(
            () ->
                new NextMilestone(
                    obligation.kind(), Watch.ALL_TOLD, null, null, incident.priority()));
  }

  /**
   * Records the milestones reached so far, each of them once, and has them escalated and told, as
   * the flows of earlier clocks need it.
   */
  public void reach(IncidentNumber number, long obligationId) {
    reach(number, obligationId, false);
  }

  /**
   * Records the milestones reached so far, each of them once. The flow escalates the one that is
   * returned and tells people of it; none is returned if all were recorded before.
   */
  public Optional<ClockMilestone> record(IncidentNumber number, long obligationId) {
    return reach(number, obligationId, true).map(MilestoneReached::reached);
  }

  private Optional<MilestoneReached> reach(
      IncidentNumber number, long obligationId, boolean followedByFlow) {
    turns.take(number);
    List<Obligation> all = ledger.obligations(number);
    Obligation obligation = ledger.obligation(number, obligationId);
    ClockSnapshot reading = ledger.read(obligation);
    obligation.shows(reading);
    Optional<MilestoneReached> reached =
        milestones.reach(obligation, reading, incidents.get(number), followedByFlow);
    ledger.flush();
    openWork.show(number, TaskDeadlineCalculator.of(all));
    return reached;
  }

  /** The milestone of the clock that people were told of last; empty if there is none. */
  public Optional<ClockMilestone> lastMilestone(IncidentNumber number, long obligationId) {
    return milestones.last(ledger.obligation(number, obligationId));
  }

  /** Announces the verdict of a clock that has ended, once. */
  public void conclude(IncidentNumber number, long obligationId) {
    turns.take(number);
    conclude(ledger.obligation(number, obligationId));
    ledger.flush();
  }

  void conclude(Obligation obligation) {
    if (obligation.conclude(clock.instant())) {
      events.publishEvent(
          new ObligationConcluded(
              new IncidentNumber(obligation.incident()),
              obligation.id(),
              obligation.kind(),
              obligation.state()));
    }
  }

  /** The deadline to show on the incident's open task. */
  public TaskDeadline deadline(IncidentNumber number) {
    return TaskDeadlineCalculator.of(ledger.obligations(number));
  }

  /** The agreement decides; if it promises no updates, the communication plan may. */
  private Optional<Terms> promised(ObligationKind kind, IncidentView incident) {
    ApplicableAgreements.IncidentCriteria given = caseOf(incident);
    Optional<Terms> agreed = agreements.promised(kind, given);
    return agreed.isPresent() || kind != ObligationKind.UPDATE
        ? agreed
        : plannedUpdates
            .everyMinutes(clients.client(incident.clientId()).tier(), incident.priority())
            .flatMap(minutes -> agreements.updatesEvery(minutes, given));
  }

  private static ApplicableAgreements.IncidentCriteria caseOf(IncidentView incident) {
    return new ApplicableAgreements.IncidentCriteria(
        incident.clientId(), incident.service(), incident.priority(), incident.openedAt());
  }

  private String actor() {
    return actingPerson.current().name();
  }
}
