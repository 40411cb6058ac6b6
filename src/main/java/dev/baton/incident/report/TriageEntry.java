package dev.baton.incident.report;

import dev.baton.incident.ContactView;
import dev.baton.web.text.LocalizableText;

/**
 * A contact that belongs to no incident and waits for somebody who knows where it does.
 *
 * @param reason why it waits, in English words
 * @param message the same for readers of any language; null for a contact of an earlier release
 * @param suggestedIncident number of the incident that it seems to belong to; null if there is none
 */
public record TriageEntry(
    ContactView contact, String reason, LocalizableText message, String suggestedIncident) {}
