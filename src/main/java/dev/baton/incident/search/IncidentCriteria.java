package dev.baton.incident.search;

import dev.baton.incident.Status;
import java.util.Set;

/**
 * Which incidents to list; null or empty means any.
 *
 * @param clientId only this client's
 * @param team team code
 * @param assignee sign-in name, or "" for those with nobody on them
 * @param text words in number, subject, requester or external reference
 * @param tag a tag of the incident, in lower case
 */
public record IncidentCriteria(
    Set<Status> statuses, Long clientId, String team, String assignee, String text, String tag) {}
