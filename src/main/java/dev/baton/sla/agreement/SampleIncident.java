package dev.baton.sla.agreement;

import dev.baton.incident.Priority;
import java.time.Instant;

/**
 * An incident that might be opened.
 *
 * @param at null for now
 * @param client code; null for that of the agreements that are tried
 * @param service code; null for none
 * @param priority null for each
 */
public record SampleIncident(Instant at, String client, String service, Priority priority) {}
