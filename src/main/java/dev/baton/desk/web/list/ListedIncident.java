package dev.baton.desk.web.list;

import dev.baton.incident.Status;
import java.time.Instant;

/**
 * A row of the list.
 *
 * @param dueAt when its first running clock is due; null if none runs
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
