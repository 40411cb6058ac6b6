package dev.baton.sla.clock;

import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clock shows at an instant; see {@link ClockCalculator}.
 *
 * @param startedAt of the present round; null before it began
 * @param used time of the target that is used, up to the instant of the reading
 * @param budget time of the target; null before it began
 * @param dueAt null while it waits or pauses in time: no instant is promised then; of one that was
 *     met, until when there was time
 * @param breachedAt when it was too late; null when it was or is in time
 * @param breachCause {@code RETARGETED} when the retarget made it late, otherwise null
 * @param epoch counts what gives milestones another chance: a retarget, a next round of updates
 * @param epochAt since when
 * @param segments tile the time from the opening to the reading, or to the end
 */
public record ClockSnapshot(
    ClockState state,
    Terms terms,
    Instant startedAt,
    Duration used,
    Duration budget,
    Instant dueAt,
    Instant breachedAt,
    ClockEvent.Type breachCause,
    Instant metAt,
    Instant endedAt,
    int epoch,
    int roundEpoch,
    Instant epochAt,
    List<ClockSegment> segments,
    List<Run> runs) {

  /** A stretch of running time; {@code to} is null for the one that goes on. */
  record Run(Instant from, Instant to, Terms terms) {

    Duration used(Instant now) {
      return terms.calendar().between(from, to == null ? now : to);
    }
  }

  /** Past due and still measured. */
  public boolean isPastDue() {
    return breachedAt != null && (state == ClockState.RUNNING || state == ClockState.PAUSED);
  }

  /** Whether so much of the time is used that somebody was to be told. */
  public boolean isAtRisk() {
    return milestones().stream().anyMatch(milestone -> used.compareTo(milestone.at()) >= 0);
  }

  /** Whether the verdict is final: nothing that happens on the incident changes it any more. */
  public boolean isOver() {
    return endedAt != null;
  }

  /** The milestones of the present terms. */
  public List<Milestone> milestones() {
    return budget == null ? List.of() : terms.milestones(budget);
  }

  /** When the milestone was or will be reached if nothing changes; empty if it will not. */
  public Optional<Instant> instantOf(Milestone milestone) {
    return reached(runs, milestone.at()).map(at -> at.plus(milestone.delay()));
  }

  static Optional<Instant> reached(List<Run> runs, Duration time) {
    Duration left = time;
    for (Run run : runs) {
      if (run.to() == null) {
        return Optional.of(run.terms().calendar().add(run.from(), left));
      }
      Duration used = run.used(null);
      if (left.compareTo(used) <= 0) {
        return Optional.of(run.terms().calendar().add(run.from(), left));
      }
      left = left.minus(used);
    }
    return Optional.empty();
  }
}
