package dev.baton.intake.monitoring;

import dev.baton.incident.Level;
import java.util.List;
import java.util.Map;

/**
 * A program that sends alerts, and how its alerts become incidents.
 *
 * @param client code of the client the incidents belong to
 * @param service code of the client's service, or null
 * @param team code of the team that works on them, or null to let the flow route
 * @param mapping where the fields stand in JSON of its own shape; null for Alertmanager's
 * @param severities its severities in lower case, with their meaning here
 * @param groupBy labels that group alerts into one problem; if empty, each fingerprint is its own
 *     problem, or Alertmanager's groups apply
 */
public record MonitoringSource(
    String code,
    String client,
    String service,
    String team,
    String category,
    Mapping mapping,
    Map<String, Weight> severities,
    OnRecovery onRecovery,
    List<String> groupBy) {

  /** What happens when the last alert of a problem has recovered. */
  public enum OnRecovery {
    /** Resolves the incident if its flow offers that; otherwise a note asks for it. */
    RESOLVE,
    /** A note on the incident asks the assignee to resolve it. */
    ASK
  }

  /** Impact and urgency. */
  public record Weight(Level impact, Level urgency) {}

  /**
   * JSON pointers (RFC 6901), those of single alerts seen from the alert.
   *
   * @param alerts to the list of alerts; null if the body is one alert
   * @param recovered values of the status that mean it is over
   * @param labels name of a label to where its value stands
   */
  public record Mapping(
      String alerts,
      String fingerprint,
      String status,
      List<String> recovered,
      String severity,
      String subject,
      String description,
      Map<String, String> labels) {}
}
