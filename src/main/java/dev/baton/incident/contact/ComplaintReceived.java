package dev.baton.incident.contact;

import dev.baton.incident.IncidentNumber;

/**
 * A client complained about an incident whose flow does not receive complaints, as in models of
 * earlier releases. Published within the transaction that logged it.
 */
public record ComplaintReceived(IncidentNumber number) {

  /** What all other flows are told instead. */
  public static final String MESSAGE = "complaintReceived";
}
