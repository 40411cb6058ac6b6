package dev.baton.incident.search;

import java.time.Instant;

/**
 * A message on an incident.
 *
 * @param incident the incident's number
 * @param incidentSubject the incident's subject, not the message's
 * @param text the message's subject and body
 * @param internal whether the client's people must not see it
 */
public record FoundMessage(
    String incident, String incidentSubject, String text, Instant at, boolean internal) {}
