package dev.baton.incident.edit;

import dev.baton.incident.IncidentNumber;

/**
 * Subject, category, service or requester changed. Published within the transaction that wrote it.
 *
 * @param flowInstance id of the instance of the incident's flow; null before it has started
 */
public record IncidentEdited(String flowInstance, IncidentNumber number) {}
