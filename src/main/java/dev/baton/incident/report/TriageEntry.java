package dev.baton.incident.report;

import dev.baton.incident.ContactView;

/**
 * A contact that belongs to no incident and waits for somebody who knows where it does.
 *
 * @param reason why it waits, in words
 * @param suggestedIncident number of the incident that it seems to belong to; null if there is none
 */
public record TriageEntry(ContactView contact, String reason, String suggestedIncident) {}
