package dev.baton.flow.trial;

import dev.baton.flow.backtest.outcome.IncidentOutcome;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Visits;
import java.util.List;
import java.util.Map;

/**
 * One incident in both releases.
 *
 * @param proposedVisits by the keys that the steps have in the live release
 * @param differences none if it is the same in both
 */
record IncidentPair(
    IncidentOutcome live,
    IncidentOutcome proposed,
    Map<String, Visits> proposedVisits,
    List<Difference> differences) {

  /**
   * One respect in which they differ.
   *
   * @param cause what incidents are grouped by
   * @param isPath whether it only says which steps of a flow were passed
   */
  record Difference(TrialCause cause, String live, String proposed, boolean isPath) {

    Difference(TrialCause cause, String live, String proposed) {
      this(cause, live, proposed, false);
    }
  }

  boolean differs() {
    return !differences.isEmpty();
  }

  /** As the live release has it, so that an incident is in one place only. */
  String priority() {
    IncidentOutcome known = live.priority() != null ? live : proposed;
    return known.priority() == null ? "none" : known.priority().name();
  }

  String client() {
    return live.client().isEmpty() ? proposed.client() : live.client();
  }

  String month() {
    return live.month();
  }
}
