package dev.baton.incident;

import java.util.Set;

/**
 * What the steps of a flow need to know of an incident.
 *
 * @param requestedTeam code of the team a person chose, or null
 * @param reply null unless the client wrote since the desk's last message
 */
public record IncidentFacts(
    String number,
    String client,
    String tier,
    boolean vip,
    String requesterName,
    String requesterPhone,
    Channel channel,
    String subject,
    String description,
    Level impact,
    Level urgency,
    Priority priority,
    String category,
    String service,
    String requestedTeam,
    String team,
    String assignee,
    Set<String> helpers,
    boolean secondLine,
    UnansweredReply reply) {}
