package dev.baton.incident.category;

/**
 * A category that is suggested for incidents.
 *
 * @param id 0 while it is new
 * @param client code of the only client that has it; null for all
 * @param service code of the service whose incidents have it; null for any
 * @param active whether it is suggested
 */
public record Category(long id, String name, String client, String service, boolean active) {}
