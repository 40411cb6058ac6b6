package dev.baton.incident;

import jakarta.persistence.EntityManager;
import java.util.List;
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
   * The row is locked by its id, as every write does. Asking for it by its number would lock that
   * index before the row, while a transaction that has written the row and asks again goes the
   * other way round.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(IncidentNumber number) {
    for (Object id : idsOf(number)) {
      entities
          .createNativeQuery("select id from incident where id = ? for update")
          .setParameter(1, id)
          .getResultList();
    }
  }

  private List<?> idsOf(IncidentNumber number) {
    return entities
        .createNativeQuery("select id from incident where number = ?")
        .setParameter(1, number.value())
        .getResultList();
  }
}
