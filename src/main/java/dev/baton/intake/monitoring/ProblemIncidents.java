package dev.baton.intake.monitoring;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.report.ReportIncident;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.intake.monitoring.MonitoringSource.OnRecovery;
import dev.baton.intake.monitoring.MonitoringSource.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The one incident of a problem: creates, reopens or resolves it, or asks for its resolution. */
@Component
class ProblemIncidents {

  private static final int TOLD_IN_FULL = 20;
  private static final Weight USUAL = new Weight(Level.MEDIUM, Level.MEDIUM);
  private static final Map<String, Weight> WEIGHTS =
      Map.of(
          "critical", new Weight(Level.HIGH, Level.HIGH),
          "disaster", new Weight(Level.HIGH, Level.HIGH),
          "error", new Weight(Level.HIGH, Level.MEDIUM),
          "high", new Weight(Level.HIGH, Level.MEDIUM),
          "warning", USUAL,
          "info", new Weight(Level.LOW, Level.LOW));

  private final ReportIncident reports;
  private final IncidentSearch incidents;
  private final IncidentActions desk;
  private final ContactLog contacts;

  ProblemIncidents(
      ReportIncident reports, IncidentSearch incidents, IncidentActions desk, ContactLog contacts) {
    this.reports = reports;
    this.incidents = incidents;
    this.desk = desk;
    this.contacts = contacts;
  }

  /** Returns the number of the incident for these alerts; creates or reopens it if necessary. */
  String fired(MonitoringSource source, MonitoringProblems.Problem problem, List<Alert> firing) {
    if (problem == null) {
      return report(source, firing, null);
    }
    IncidentView incident = incidents.get(number(problem.incident()));
    if (incident.status().isFinal()) {
      return report(source, firing, incident.number());
    }
    if (incident.status() == Status.RESOLVED) {
      desk.reopen(
          number(incident.number()), "It fires again: " + clipped(firing.get(0).subject(), 300));
    }
    return incident.number();
  }

  private String report(MonitoringSource source, List<Alert> firing, String earlier) {
    Alert first = firing.get(0);
    Weight weight = weight(source, firing);
    String before = earlier == null ? "" : "\n\nThe same problem before: " + earlier + ".";
    IncidentReport report =
        new IncidentReport(
            source.client(),
            "Monitoring " + source.code(),
            null,
            null,
            Channel.MONITORING,
            clipped(first.subject().replaceAll("\\s+", " "), 200),
            clipped(described(firing), 90_000) + before,
            weight.impact(),
            weight.urgency(),
            source.category(),
            source.service(),
            source.team(),
            null);
    return reports.report(report).number();
  }

  private static String described(List<Alert> firing) {
    String some =
        firing.stream()
            .limit(TOLD_IN_FULL)
            .map(
                alert -> clipped(alert.subject(), 500) + "\n" + clipped(alert.description(), 4_000))
            .collect(Collectors.joining("\n\n"));
    int more = firing.size() - TOLD_IN_FULL;
    return more > 0 ? some + "\n\nand %d more.".formatted(more) : some;
  }

  /** The most severe of them. */
  private static Weight weight(MonitoringSource source, List<Alert> firing) {
    return firing.stream()
        .map(alert -> weight(source, alert))
        .min(Comparator.comparing(Weight::impact).thenComparing(Weight::urgency))
        .orElse(USUAL);
  }

  private static Weight weight(MonitoringSource source, Alert alert) {
    String severity = alert.severity() == null ? "" : alert.severity().toLowerCase(Locale.ROOT);
    return source.severities().getOrDefault(severity, WEIGHTS.getOrDefault(severity, USUAL));
  }

  /**
   * The last alert has recovered: resolves the incident if the source wants it and the flow offers
   * it, otherwise asks for it.
   */
  void recovered(MonitoringSource source, String incident) {
    IncidentNumber number = number(incident);
    Status status = incidents.get(number).status();
    if (status == Status.RESOLVED || status.isFinal()) {
      return;
    }
    if (source.onRecovery() == OnRecovery.RESOLVE && desk.offersResolving(number)) {
      desk.resolve(number, ResolutionCode.FIXED, "Monitoring reports that it has recovered.");
      return;
    }
    contacts.keep(
        new NewContact(
            number,
            ContactKind.INFORMATION,
            null,
            Direction.IN,
            Channel.MONITORING,
            "Monitoring " + source.code(),
            "Recovered",
            "Monitoring reports that it has recovered. Is the incident resolved?",
            Visibility.INTERNAL));
  }

  private static IncidentNumber number(String number) {
    return IncidentNumber.parse(number).orElseThrow();
  }

  private static String clipped(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "\u2026";
  }
}
