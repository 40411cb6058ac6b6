package dev.baton.incident;

import java.time.Instant;

/**
 * One thing that happened to an incident: a journal entry or a contact.
 *
 * @param kind such as REPORTED, PRIORITISED, ROUTED, ASSIGNED, HELD, RESOLVED, CONTACT
 * @param actor sign-in name, or "flow"
 * @param origin from where: API, Tasklist, Cockpit, Flow
 * @param text what happened, in words
 * @param visibility whether the client sees it
 */
public record TimelineEntry(
    Instant at, String kind, String actor, String origin, String text, Visibility visibility) {}
