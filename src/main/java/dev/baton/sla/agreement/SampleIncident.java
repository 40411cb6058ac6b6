package dev.baton.sla.agreement;

import dev.baton.incident.Priority;
import java.time.Instant;

/**
 * An incident that might be opened, for trying agreements.
 *
 * @param at null for now
 * @param client code; null for the client that the tried agreements name
 * @param service code; null for none
 * @param priority null for all of them
 */
public record SampleIncident(Instant at, String client, String service, Priority priority) {}
