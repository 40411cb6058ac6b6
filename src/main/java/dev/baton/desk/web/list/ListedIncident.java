package dev.baton.desk.web.list;

import dev.baton.incident.Status;
import java.time.Instant;
import java.util.List;

/**
 * A row of the list.
 *
 * @param dueAt when its first running clock is due; null if none runs
 * @param unreadSince when the client wrote what the assignee has not read yet; null for nothing
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
    Instant dueAt,
    Instant unreadSince,
    List<String> tags) {}
