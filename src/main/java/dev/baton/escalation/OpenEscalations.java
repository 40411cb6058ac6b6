package dev.baton.escalation;

import dev.baton.incident.IncidentNumber;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the escalation that goes on for an incident; there is one at most. */
@Service
@Transactional(readOnly = true)
public class OpenEscalations {

  private final EntityManager entities;

  OpenEscalations(EntityManager entities) {
    this.entities = entities;
  }

  /** As it stands, without its ladder and record. */
  public Optional<EscalationView> of(IncidentNumber number) {
    return entities
        .createQuery("select e from Escalation e where e.openIncident = :number", Escalation.class)
        .setParameter("number", number.value())
        .getResultStream()
        .findFirst()
        .map(escalation -> escalation.view(List.of(), List.of()));
  }
}
