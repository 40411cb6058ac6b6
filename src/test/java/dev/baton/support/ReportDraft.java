package dev.baton.support;

import dev.baton.engine.DueJobs;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.report.ReportIncident;

/** A report in the making: says what matters to a story, the rest is usual. */
public final class ReportDraft {

  private final ReportIncident reportIncident;
  private final DueJobs jobs;
  private String client = "acme";
  private String requester = StagedDesk.RITA;
  private String subject = "The printer on floor 3 is silent";
  private String description;
  private Level impact = Level.MEDIUM;
  private Level urgency = Level.MEDIUM;
  private String category;
  private String team;
  private Channel channel = Channel.PHONE;

  ReportDraft(ReportIncident reportIncident, DueJobs jobs) {
    this.reportIncident = reportIncident;
    this.jobs = jobs;
  }

  public ReportDraft of(String clientCode) {
    client = clientCode;
    return this;
  }

  public ReportDraft by(String email) {
    requester = email;
    return this;
  }

  public ReportDraft urgent() {
    return rated(Level.HIGH, Level.HIGH);
  }

  public ReportDraft rated(Level impactOfIt, Level urgencyOfIt) {
    impact = impactOfIt;
    urgency = urgencyOfIt;
    return this;
  }

  public ReportDraft about(String text) {
    subject = text;
    return this;
  }

  public ReportDraft described(String text) {
    description = text;
    return this;
  }

  public ReportDraft inCategory(String code) {
    category = code;
    return this;
  }

  public ReportDraft forTeam(String code) {
    team = code;
    return this;
  }

  public ReportDraft via(Channel way) {
    channel = way;
    return this;
  }

  /** Reports it; the first step of the flow has not run yet. */
  public IncidentNumber report() {
    return new IncidentNumber(reportIncident.report(written()).number());
  }

  /** Reports it and lets the flow prioritise and route it. */
  public IncidentNumber routed() {
    IncidentNumber number = report();
    jobs.runDue();
    return number;
  }

  private IncidentReport written() {
    return new IncidentReport(
        client,
        null,
        requester,
        null,
        channel,
        subject,
        description,
        impact,
        urgency,
        category,
        null,
        team,
        null);
  }
}
