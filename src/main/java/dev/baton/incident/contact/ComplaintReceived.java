package dev.baton.incident.contact;

import dev.baton.incident.IncidentNumber;

/** A client complained about an incident. Published within the transaction that logged it. */
public record ComplaintReceived(IncidentNumber number) {}
