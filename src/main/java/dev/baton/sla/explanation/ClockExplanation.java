package dev.baton.sla.explanation;

import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One clock explained, minute by minute.
 *
 * @param atRisk whether an at-risk milestone of the agreement has passed, and the clock runs
 * @param agreement name and version of the agreement in force
 * @param because why this agreement applies rather than another
 * @param target in words, such as {@code 4 working hours}
 * @param zone of the calendar
 * @param startedAt when the current round started; null before it has
 * @param remaining negative if past due; null before the clock has started
 * @param dueAt null while the clock is waiting, or paused before its deadline; for a clock that was
 *     met, the deadline it had
 * @param dueBecause how the deadline was computed, or why there is none, as a sentence
 * @param breachedBecause null unless it is or was late
 * @param entries cover the time from the opening to now, or to the end, without gaps
 * @param toCome what is expected between now and the deadline if nothing happens
 */
public record ClockExplanation(
    ObligationKind kind,
    ClockState state,
    boolean pastDue,
    boolean atRisk,
    String agreement,
    String because,
    String target,
    String calendar,
    String zone,
    Instant startedAt,
    Duration used,
    Duration budget,
    Duration remaining,
    Instant dueAt,
    String dueBecause,
    Instant breachedAt,
    String breachedBecause,
    Instant metAt,
    Instant endedAt,
    List<ClockMilestone> milestones,
    List<ClockEntry> entries,
    List<ClockEntry> toCome) {

  public ClockExplanation {
    milestones = List.copyOf(milestones);
    entries = List.copyOf(entries);
    toCome = List.copyOf(toCome);
  }

  /** For readers who are not notified of milestones. */
  public ClockExplanation withoutMilestones() {
    return new ClockExplanation(
        kind,
        state,
        pastDue,
        atRisk,
        agreement,
        because,
        target,
        calendar,
        zone,
        startedAt,
        used,
        budget,
        remaining,
        dueAt,
        dueBecause,
        breachedAt,
        breachedBecause,
        metAt,
        endedAt,
        List.of(),
        entries,
        toCome);
  }
}
