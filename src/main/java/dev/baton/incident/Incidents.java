package dev.baton.incident;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.springframework.stereotype.Repository;

/** The stored incidents. Within a transaction an incident is read once. */
@Repository
class Incidents {

  private final EntityManager entities;

  Incidents(EntityManager entities) {
    this.entities = entities;
  }

  Optional<Incident> find(String number) {
    return entities.unwrap(Session.class).bySimpleNaturalId(Incident.class).loadOptional(number);
  }

  /**
   * @throws UnknownIncident when there is none
   */
  Incident get(IncidentNumber number) {
    return find(number.value()).orElseThrow(() -> new UnknownIncident(number.value()));
  }

  void add(Incident incident) {
    entities.persist(incident);
  }

  /** Sends what changed to the database now, so that a conflict shows where it arose. */
  void flush() {
    entities.flush();
  }

  /** Numbers by id. */
  Map<Long, String> numbers(Set<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select i.id, i.number from Incident i where i.id in :ids", Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  List<OpenIncident> open() {
    return entities
        .createQuery(
            """
            select new dev.baton.incident.OpenIncident(i.number, i.flowInstanceId)
            from Incident i where i.status not in (CLOSED, CANCELLED)
            """,
            OpenIncident.class)
        .getResultList();
  }
}
