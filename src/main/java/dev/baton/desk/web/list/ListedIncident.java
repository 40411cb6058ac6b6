package dev.baton.desk.web.list;

import dev.baton.incident.Status;
import java.time.Instant;

/**
 * A line of the list.
 *
 * @param dueAt when the first of its running clocks is due; null when none runs
 */
record ListedIncident(
    String number,
    String subject,
    String client,
    String requester,
    boolean vip,
    Status status,
    String priority,
    String team,
    String assignee,
    Instant openedAt,
    Instant dueAt) {}
