package dev.baton.incident;

import dev.baton.incident.report.ReportIncident;

/**
 * What somebody reports. Texts are as they came; {@link ReportIncident} checks them.
 *
 * @param client code or name; may be null when the requester's address is known at one client
 * @param subject at most 200 characters
 * @param description at most 100,000 characters, may be null
 * @param team code of the team that shall work on it, or null to let the flow route
 * @param externalReference the reporter's own number, or null
 */
public record IncidentReport(
    String client,
    String requesterName,
    String requesterEmail,
    String requesterPhone,
    Channel channel,
    String subject,
    String description,
    Level impact,
    Level urgency,
    String category,
    String service,
    String team,
    String externalReference) {}
