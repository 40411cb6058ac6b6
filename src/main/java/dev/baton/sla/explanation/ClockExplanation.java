package dev.baton.sla.explanation;

import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One clock, minute by minute.
 *
 * @param agreement name and version of what is in force
 * @param because why this agreement and no other
 * @param target in words, such as {@code 4 working hours}
 * @param zone of the calendar
 * @param startedAt of the present round; null before it began
 * @param remaining negative when it is past due; null before it began
 * @param dueAt null while it waits or pauses in time; of one that was met, until when there was
 *     time
 * @param dueBecause how the deadline comes about, or why there is none, as a sentence
 * @param breachedBecause null unless it is or was too late
 * @param entries tile the time from the opening to now, or to the end
 * @param toCome what is expected from now to the due instant if nothing happens
 */
public record ClockExplanation(
    ObligationKind kind,
    ClockState state,
    boolean pastDue,
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

  /** For those who are not told at milestones. */
  public ClockExplanation withoutMilestones() {
    return new ClockExplanation(
        kind,
        state,
        pastDue,
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
