package dev.baton.sla;

import dev.baton.sla.clock.ClockState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Combines the clocks of an incident into the one deadline shown on its task. */
final class TaskDeadlineCalculator {

  private static final int AT_RISK = 5;
  private static final int PAST_DUE = 10;

  private TaskDeadlineCalculator() {}

  static TaskDeadline of(List<Obligation> obligations) {
    List<Obligation> running =
        obligations.stream().filter(o -> o.state() == ClockState.RUNNING).toList();
    Instant due = earliest(running.stream());
    Instant breaks = earliest(running.stream().filter(o -> !o.isPastDue()));
    boolean late = running.stream().anyMatch(Obligation::isPastDue);
    boolean atRisk = running.stream().anyMatch(Obligation::isAtRisk);
    return new TaskDeadline(due, breaks, late ? PAST_DUE : atRisk ? AT_RISK : 0);
  }

  private static Instant earliest(Stream<Obligation> obligations) {
    return obligations
        .map(Obligation::dueAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
