package dev.baton.sla.clock;

import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clock shows at one instant, as computed by {@link ClockCalculator}.
 *
 * @param startedAt when the current round started; null before it has
 * @param used time of the target used up to this instant
 * @param budget time of the target; null before the clock has started
 * @param dueAt null while the clock is waiting, or paused before its deadline, as no deadline can
 *     be given then; for a clock that was met, the deadline it had
 * @param breachedAt when it became late; null if it did not
 * @param breachCause {@code RETARGETED} if a retarget made it late, otherwise null
 * @param epoch counts the changes after which milestones can be reached again: retargets and new
 *     rounds of updates
 * @param roundEpoch the epoch in which the current round of updates started
 * @param epochAt when the current epoch began
 * @param segments cover the time from the opening to this instant, or to the end, without gaps
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

  /** A period of running time; {@code to} is null if it is still running. */
  record Run(Instant from, Instant to, Terms terms) {

    Duration used(Instant now) {
      return terms.calendar().between(from, to == null ? now : to);
    }
  }

  /** Past due and still measured. */
  public boolean isPastDue() {
    return breachedAt != null && (state == ClockState.RUNNING || state == ClockState.PAUSED);
  }

  /** Whether a milestone has been reached. */
  public boolean isAtRisk() {
    return milestones().stream().anyMatch(milestone -> used.compareTo(milestone.at()) >= 0);
  }

  /** Whether the verdict is final: nothing that happens to the incident can change it any more. */
  public boolean isOver() {
    return endedAt != null;
  }

  /** The milestones of the current terms. */
  public List<Milestone> milestones() {
    return budget == null ? List.of() : terms.milestones(budget);
  }

  /** When the milestone was reached, or will be if nothing changes; empty if it will not be. */
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
