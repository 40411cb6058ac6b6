package dev.baton.sla;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.journal.DeadlineNotes;
import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.explanation.DeadlineText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Finds the next milestone of a clock and records those that were reached. Milestones reached
 * together, after a retarget or an outage, collapse into one message: the breach, or the last one.
 */
@Component
class MilestoneRecorder {

  private final ClockLedger ledger;
  private final DeadlineNotes notes;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MilestoneRecorder(
      ClockLedger ledger, DeadlineNotes notes, ApplicationEventPublisher events, Clock clock) {
    this.ledger = ledger;
    this.notes = notes;
    this.events = events;
    this.clock = clock;
  }

  /** A milestone that has not been recorded yet. */
  record PendingMilestone(Milestone milestone, Instant at) {}

  /** The next milestone, in the past if it was missed; empty if there are no more. */
  Optional<PendingMilestone> next(Obligation obligation, ClockSnapshot reading) {
    return pending(obligation, reading).stream().findFirst();
  }

  private List<PendingMilestone> pending(Obligation obligation, ClockSnapshot reading) {
    List<RecordedMilestone> recorded = ledger.milestones(obligation);
    List<PendingMilestone> pending = new ArrayList<>();
    for (Milestone milestone : reading.milestones()) {
      reading
          .instantOf(milestone)
          .filter(at -> !isRecorded(recorded, milestone, at, reading))
          .ifPresent(at -> pending.add(new PendingMilestone(milestone, at)));
    }
    pending.sort(Comparator.comparing(PendingMilestone::at));
    return pending;
  }

  /**
   * Recorded in this epoch, or earlier in this round if it had been reached when the epoch began.
   */
  private static boolean isRecorded(
      List<RecordedMilestone> recorded, Milestone milestone, Instant at, ClockSnapshot reading) {
    return recorded.stream()
        .filter(row -> row.milestone().equals(milestone.name()))
        .anyMatch(
            row ->
                row.epoch() == reading.epoch()
                    || (row.epoch() >= reading.roundEpoch() && !at.isAfter(reading.epochAt())));
  }

  /** The milestone that was announced last; empty if there is none. */
  Optional<ClockMilestone> last(Obligation obligation) {
    return ledger.milestones(obligation).stream()
        .filter(RecordedMilestone::isAnnounced)
        .reduce((earlier, later) -> later)
        .map(
            row ->
                new ClockMilestone(
                    new IncidentNumber(obligation.incident()),
                    obligation.id(),
                    obligation.kind(),
                    row.milestone(),
                    row.epoch(),
                    obligation.dueAt()));
  }

  /** Records what has been reached so far, once, and announces one milestone of it, if any. */
  Optional<MilestoneReached> reach(
      Obligation obligation, ClockSnapshot reading, IncidentView incident, boolean followedByFlow) {
    Instant now = clock.instant();
    List<PendingMilestone> reached =
        pending(obligation, reading).stream().filter(p -> !p.at().isAfter(now)).toList();
    if (reached.isEmpty()) {
      return Optional.empty();
    }
    PendingMilestone told = worthTelling(reached);
    for (PendingMilestone one : reached) {
      ledger.record(
          obligation,
          new RecordedMilestone(
              obligation.id(),
              reading.epoch(),
              one.milestone().name(),
              one.at(),
              now,
              one == told ? null : told.milestone().name()));
    }
    return Optional.of(tell(obligation, reading, incident, told, followedByFlow));
  }

  /** The breach, if it is among them; otherwise the last. */
  private static PendingMilestone worthTelling(List<PendingMilestone> reached) {
    return reached.stream()
        .filter(one -> one.milestone().name().equals(Milestone.BREACH))
        .findFirst()
        .orElse(reached.get(reached.size() - 1));
  }

  private MilestoneReached tell(
      Obligation obligation,
      ClockSnapshot reading,
      IncidentView incident,
      PendingMilestone told,
      boolean followedByFlow) {
    IncidentNumber number = new IncidentNumber(obligation.incident());
    notes.write(
        number,
        told.milestone().isPastDue(),
        DeadlineText.reached(obligation.kind(), told.milestone(), reading));
    MilestoneReached reached =
        new MilestoneReached(
            number,
            obligation.id(),
            obligation.kind(),
            incident.priority(),
            told.milestone().name(),
            reading.epoch(),
            told.at(),
            reading.dueAt(),
            told.milestone().isPastDue() ? reading.breachCause() : null,
            followedByFlow);
    events.publishEvent(reached);
    return reached;
  }
}
