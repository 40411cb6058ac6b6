package dev.baton.incident;

/** An incident that is not over, and the instance of its flow. */
public record OpenIncident(String number, String flowInstanceId) {}
