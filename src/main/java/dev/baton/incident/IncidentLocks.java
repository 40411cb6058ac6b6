package dev.baton.incident;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The incident's row is locked first, on every node: before its obligations, its escalation, its
 * major incident and its notifications. Whoever will write one of these and may write the incident
 * afterwards takes its turn before it reads them; whoever writes the incident first has taken it by
 * that. So no two transactions wait for each other.
 */
@Component
public class IncidentLocks {

  private final Incidents incidents;

  IncidentLocks(Incidents incidents) {
    this.incidents = incidents;
  }

  /**
   * Waits until no other transaction changes the incident, and keeps the others out till its end;
   * without effect if the incident does not exist.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(IncidentNumber number) {
    incidents.find(number.value()).ifPresent(incident -> incidents.inTurn(number));
  }
}
