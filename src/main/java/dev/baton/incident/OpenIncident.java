package dev.baton.incident;

/** An incident that is not over, and the instance of its flow. */
record OpenIncident(String number, String flowInstanceId) {}
