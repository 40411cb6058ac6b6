package dev.baton.sla;

import dev.baton.database.Batches;
import dev.baton.incident.IncidentNumber;
import dev.baton.sla.agreement.ApplicableAgreements;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockCalculator;
import dev.baton.sla.clock.ClockEvent;
import dev.baton.sla.clock.ClockSnapshot;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The stored obligations, what happened to them, and the milestones they reached. */
@Repository
class ClockLedger {

  private final EntityManager entities;
  private final ApplicableAgreements agreements;
  private final Clock clock;

  ClockLedger(EntityManager entities, ApplicableAgreements agreements, Clock clock) {
    this.entities = entities;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** The obligations of the incident, in the order response, resolution, update. */
  List<Obligation> obligations(IncidentNumber number) {
    return entities
        .createQuery(
            "select o from Obligation o where o.incident = :incident order by o.id",
            Obligation.class)
        .setParameter("incident", number.value())
        .getResultList();
  }

  /** The obligations of several incidents; each incident's are together, in the same order. */
  List<Obligation> obligations(Collection<String> numbers) {
    List<Obligation> found = new ArrayList<>();
    for (List<String> some : Batches.of(numbers)) {
      found.addAll(
          entities
              .createQuery(
                  "select o from Obligation o where o.incident in :incidents order by o.id",
                  Obligation.class)
              .setParameter("incidents", some)
              .getResultList());
    }
    return found;
  }

  /** An open obligation, and the process instance that watches it. */
  record WatchedObligation(String incident, String instance) {}

  List<WatchedObligation> open() {
    return entities
        .createQuery(
            "select o.incident, o.clockInstance from Obligation o where o.over = false",
            Object[].class)
        .getResultList()
        .stream()
        .map(row -> new WatchedObligation((String) row[0], (String) row[1]))
        .toList();
  }

  /**
   * @throws IllegalStateException when there is none
   */
  Obligation obligation(long id) {
    Obligation found = entities.find(Obligation.class, id);
    if (found == null) {
      throw new IllegalStateException("No obligation exists with id " + id + ".");
    }
    return found;
  }

  /** The same, for an obligation that must belong to this incident. */
  Obligation obligation(IncidentNumber number, long id) {
    Obligation found = obligation(id);
    if (!found.incident().equals(number.value())) {
      throw new IllegalStateException(
          "Obligation %d does not belong to %s, the incident of this flow.".formatted(id, number));
    }
    return found;
  }

  void add(Obligation obligation) {
    entities.persist(obligation);
  }

  void record(IncidentNumber number, ObligationKind kind, ClockEvent event) {
    entities.persist(new RecordedEvent(number.value(), kind, event));
  }

  void record(Obligation obligation, RecordedMilestone milestone) {
    entities.persist(milestone);
    obligation.reached(milestone);
  }

  List<RecordedEvent> events(String number) {
    return entities
        .createQuery(
            "select e from RecordedEvent e where e.incident = :incident order by e.id",
            RecordedEvent.class)
        .setParameter("incident", number)
        .getResultList();
  }

  List<RecordedMilestone> milestones(Obligation obligation) {
    return obligation.milestones(
        () ->
            entities
                .createQuery(
                    "select m from RecordedMilestone m where m.obligationId = :obligation"
                        + " order by m.id",
                    RecordedMilestone.class)
                .setParameter("obligation", obligation.id())
                .getResultList());
  }

  /** The clock as it stands now. */
  ClockSnapshot read(Obligation obligation) {
    return read(obligation, obligation.events(() -> events(obligation.incident())));
  }

  ClockSnapshot read(Obligation obligation, List<RecordedEvent> events) {
    return ClockCalculator.read(
        obligation.kind(),
        obligation.openedAt(),
        agreements.terms(obligation.agreed()),
        events.stream()
            .filter(event -> event.concerns(obligation.kind()))
            .map(event -> event.event(agreements))
            .toList(),
        clock.instant());
  }

  void flush() {
    entities.flush();
  }
}
