package dev.baton.incident.search;

import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.time.Instant;

/**
 * What a list shows of an incident; team, assignee, service and priority may be null.
 *
 * @param client code of its client
 * @param flowInstance id of the instance of its flow
 * @param unreadSince when the client wrote what the assignee has not read yet; null for nothing
 */
public record IncidentSummary(
    long id,
    String number,
    String subject,
    String client,
    long requesterId,
    String requester,
    boolean vip,
    String service,
    Priority priority,
    Status status,
    String team,
    String assignee,
    Instant openedAt,
    String flowInstance,
    Instant unreadSince) {}
