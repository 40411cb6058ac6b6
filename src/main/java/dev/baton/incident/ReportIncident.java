package dev.baton.incident;

import org.springframework.stereotype.Service;

/** Takes a report: the contact, the incident and the start of its flow in one transaction. */
@Service
public class ReportIncident {

  /**
   * Stores contact and incident, and starts the flow, whose first step runs after the commit.
   *
   * @throws InvalidInput for the first field that cannot be accepted; nothing is stored then
   */
  public IncidentView report(IncidentReport report) {
    throw new UnsupportedOperationException();
  }
}
