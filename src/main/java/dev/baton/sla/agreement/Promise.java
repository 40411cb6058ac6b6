package dev.baton.sla.agreement;

import dev.baton.calendar.Target;
import dev.baton.calendar.TargetUnit;
import dev.baton.incident.HoldReason;
import dev.baton.incident.Priority;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One target of an agreement.
 *
 * @param priorities the priorities to which it applies; empty for all
 * @param target such as {@code 4 working hours}
 * @param calendar name of the calendar; null for the agreement's own
 * @param starts null for the default: the contact, or the oldest unanswered one for updates
 * @param stops null for the default: the first response, the resolution, or each message
 * @param pausedBy the holds during which it does not run; none for a response; null for the
 *     default, waiting for the requester
 * @param atRisk percentages of the target at which it is at risk; null for 50, 75 and 90
 * @param afterBreach how long after the deadline somebody is notified again, such as {@code 1
 *     working hour}
 */
public record Promise(
    ObligationKind obligation,
    Set<Priority> priorities,
    Target target,
    String calendar,
    ClockStart starts,
    ClockStop stops,
    Set<HoldReason> pausedBy,
    List<Integer> atRisk,
    List<Target> afterBreach) {

  private static final List<Integer> USUAL_RISKS = List.of(50, 75, 90);
  private static final List<Integer> PLANNED_RISKS = List.of(75);

  public Promise {
    priorities = priorities == null ? Set.of() : inOrder(priorities);
    starts = starts == null ? usualStart(obligation) : starts;
    stops = stops == null ? usualStop(obligation) : stops;
    pausedBy = pausedBy == null ? usualPauses(obligation) : inOrder(pausedBy);
    atRisk = atRisk == null ? USUAL_RISKS : atRisk.stream().distinct().sorted().toList();
    afterBreach = afterBreach == null ? List.of() : List.copyOf(afterBreach);
  }

  /** Whether it applies to an incident of this priority. */
  public boolean appliesTo(Priority priority) {
    return priorities.isEmpty() || priorities.contains(priority);
  }

  /**
   * Updates at this interval after the last message, measured in the hours and with the pauses of
   * this promise.
   */
  Promise updatesEvery(int minutes) {
    boolean wholeHours = minutes % 60 == 0;
    TargetUnit unit =
        target.countsCalendarTime()
            ? (wholeHours ? TargetUnit.HOURS : TargetUnit.MINUTES)
            : (wholeHours ? TargetUnit.WORKING_HOURS : TargetUnit.WORKING_MINUTES);
    return new Promise(
        ObligationKind.UPDATE,
        priorities,
        new Target(BigDecimal.valueOf(wholeHours ? minutes / 60 : minutes), unit),
        calendar,
        ClockStart.LAST_MESSAGE,
        ClockStop.MESSAGE,
        pausedBy,
        PLANNED_RISKS,
        List.of());
  }

  /** The same target with the default way of measuring it. */
  Promise asUsual() {
    return new Promise(obligation, priorities, target, calendar, null, null, null, null, null);
  }

  private static <E extends Enum<E>> Set<E> inOrder(Set<E> values) {
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }

  private static ClockStart usualStart(ObligationKind obligation) {
    return obligation == ObligationKind.UPDATE ? ClockStart.UNANSWERED : ClockStart.CONTACT;
  }

  private static ClockStop usualStop(ObligationKind obligation) {
    return obligation == null
        ? null
        : switch (obligation) {
          case RESPONSE -> ClockStop.FIRST_RESPONSE;
          case RESOLUTION -> ClockStop.RESOLVED;
          case UPDATE -> ClockStop.MESSAGE;
        };
  }

  private static Set<HoldReason> usualPauses(ObligationKind obligation) {
    return obligation == ObligationKind.RESPONSE ? Set.of() : Set.of(HoldReason.REQUESTER);
  }
}
