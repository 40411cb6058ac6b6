package dev.baton.incident;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The incident's row is locked first, on every node: before its obligations, its escalation and its
 * notifications. Whoever will write one of these and may write the incident afterwards takes its
 * turn before it reads them; whoever writes the incident first has taken it by that. So no two
 * transactions wait for each other.
 */
@Component
public class IncidentTurns {

  private final EntityManager entities;

  IncidentTurns(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Waits until no other transaction changes the incident, and keeps the others out till its end.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(IncidentNumber number) {
    entities
        .createNativeQuery("select id from incident where number = ? for update")
        .setParameter(1, number.value())
        .getResultList();
  }
}
