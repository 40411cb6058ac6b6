package dev.baton.incident.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The differences between stored incidents and running flows, and when they were found. */
public record ReconciliationReport(Instant checkedAt, List<Difference> differences) {

  public boolean isClean() {
    return differences.isEmpty();
  }

  /** A record without its counterpart. */
  public enum DifferenceKind {
    INCIDENT_WITHOUT_FLOW("Incident %s is open, but its flow (instance %s) is not running."),
    FLOW_WITHOUT_INCIDENT("A flow is running for incident %s (instance %s), which is not open."),
    TASK_WITHOUT_INCIDENT("A task is offered for incident %s (task %s), which is not open."),
    CLOCK_WITHOUT_FLOW("A clock of incident %s is open, but no flow is watching it (instance %s)."),
    ESCALATION_WITHOUT_FLOW(
        "An escalation of incident %s is open, but its flow is not running (instance %s).");

    private final String words;

    DifferenceKind(String words) {
      this.words = words;
    }

    String metric() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param number of the incident; null where a flow was started without one
   * @param engineId the instance, or the task, in the engine
   */
  public record Difference(DifferenceKind kind, String number, String engineId) {

    /** In words, for the log and for people. */
    public String text() {
      return kind.words.formatted(number == null ? "(none)" : number, engineId);
    }
  }
}
