package dev.baton.demo;

import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The incidents of the demonstration: every state that one can be in, some more than once. */
final class DemoIncidents {

  static final String AGENT = "agent";
  static final String SENIOR_AGENT = "senior-agent";
  static final String TEAM_LEAD = "team-lead";
  static final String REQUESTER = "requester";

  private DemoIncidents() {}

  static List<DemoIncident> all() {
    return Stream.of(
            AlpenwerkIncidents.all(), HarcourtVaneIncidents.all(), StraitsCargoIncidents.all())
        .flatMap(List::stream)
        .toList();
  }

  static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  static Duration days(long days) {
    return Duration.ofDays(days);
  }

  /** How far it reaches and how soon it hurts, in one word of two halves. */
  record Weight(Level impact, Level urgency) {}

  static Weight weight(Level impact, Level urgency) {
    return new Weight(impact, urgency);
  }

  static IncidentReport report(
      String client,
      String requester,
      Channel channel,
      Weight weight,
      String category,
      String service,
      String subject,
      String description) {
    return new IncidentReport(
        client,
        null,
        requester,
        null,
        channel,
        subject,
        description.strip(),
        weight.impact(),
        weight.urgency(),
        category,
        service,
        null,
        null);
  }
}
