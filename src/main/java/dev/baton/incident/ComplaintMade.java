package dev.baton.incident;

/** A client complained about an incident. Published within the transaction that logged it. */
public record ComplaintMade(IncidentNumber number) {}
