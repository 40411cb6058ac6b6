package dev.baton.incident;

import java.time.Instant;

/**
 * One line of what was said and done about an incident.
 *
 * @param kind of a journal entry, such as HELD; CONTACT_IN or CONTACT_OUT for what was said
 * @param actor sign-in name, or "flow"
 * @param text what happened, in words; null for what was said
 * @param visibility whether the client sees it
 * @param said the contact; null for a journal entry
 */
public record TimelineText(
    Instant at, String kind, String actor, String text, Visibility visibility, ContactView said) {}
