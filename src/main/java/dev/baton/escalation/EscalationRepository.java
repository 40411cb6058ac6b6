package dev.baton.escalation;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.IncidentLocks;
import dev.baton.incident.IncidentNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Repository;

/** Stores escalations with their rungs and log entries. */
@Repository
class EscalationRepository {

  private final EntityManager entities;
  private final IncidentLocks turns;
  private final ActingPerson actingPerson;
  private final Clock clock;

  EscalationRepository(
      EntityManager entities, IncidentLocks turns, ActingPerson actingPerson, Clock clock) {
    this.entities = entities;
    this.turns = turns;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * Lets one transaction at a time raise something for the incident, over all nodes: what another
   * one has just raised is seen by the next.
   */
  void takeTurns(IncidentNumber number) {
    turns.take(number);
  }

  /** The open escalation of the incident, as it is now rather than when this transaction began. */
  Optional<Escalation> running(IncidentNumber number) {
    return entities
        .createQuery("select e from Escalation e where e.openIncident = :number", Escalation.class)
        .setParameter("number", number.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  Optional<Escalation> find(long id) {
    return Optional.ofNullable(entities.find(Escalation.class, id));
  }

  Escalation get(long id) {
    return find(id).orElseThrow(() -> new UnknownEscalation(id));
  }

  /** Without reading the escalation itself, which may change until its incident's turn is taken. */
  IncidentNumber incidentOf(long id) {
    return entities
        .createQuery("select e.incident from Escalation e where e.id = :id", String.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(IncidentNumber::new)
        .orElseThrow(() -> new UnknownEscalation(id));
  }

  /** To be changed: the incident's turn comes first, as everywhere. */
  Escalation inTurn(long id) {
    takeTurns(incidentOf(id));
    return get(id);
  }

  List<Escalation> of(IncidentNumber number) {
    return entities
        .createQuery(
            "select e from Escalation e where e.incident = :number order by e.id", Escalation.class)
        .setParameter("number", number.value())
        .getResultList();
  }

  List<Escalation> open() {
    return entities
        .createQuery(
            "select e from Escalation e where e.openIncident is not null", Escalation.class)
        .getResultList();
  }

  /** The open escalation of this flow instance. */
  Optional<Escalation> openIn(String flowInstance) {
    return entities
        .createQuery(
            "select e from Escalation e where e.flowInstanceId = :flow"
                + " and e.openIncident is not null",
            Escalation.class)
        .setParameter("flow", flowInstance)
        .getResultStream()
        .findFirst();
  }

  Page<Escalation> list(EscalationQuery query, Pageable page) {
    String where =
        " where (:open = false or e.openIncident is not null)"
            + " and (:responder is null or e.responder = :responder)"
            + " and (e.state = :state or :state is null and e.state <> NOT_CLIMBED)";
    List<Escalation> found =
        entities
            .createQuery(
                "select e from Escalation e" + where + " order by e.startedAt desc, e.id desc",
                Escalation.class)
            .setParameter("open", query.onlyOpen())
            .setParameter("responder", query.responder())
            .setParameter("state", query.state())
            .setFirstResult((int) page.getOffset())
            .setMaxResults(page.getPageSize())
            .getResultList();
    long count =
        entities
            .createQuery("select count(e) from Escalation e" + where, Long.class)
            .setParameter("open", query.onlyOpen())
            .setParameter("responder", query.responder())
            .setParameter("state", query.state())
            .getSingleResult();
    return new PageImpl<>(found, page, count);
  }

  /** Whether the same thing raised something before. */
  boolean isKnown(String source) {
    return source != null
        && !entities
            .createQuery(
                "select c.id from EscalationLogEntry c where c.source = :source", Long.class)
            .setParameter("source", source)
            .getResultList()
            .isEmpty();
  }

  void add(Escalation escalation) {
    entities.persist(escalation);
  }

  void flush() {
    entities.flush();
  }

  EscalationLogEntry entry(
      Escalation escalation, EscalationLogEntry.EscalationLogEntryKind kind, String text) {
    return new EscalationLogEntry(
        escalation, clock.instant(), actingPerson.current().name(), kind, text);
  }

  void write(EscalationLogEntry entry) {
    entities.persist(entry);
  }

  void write(Escalation escalation, EscalationLogEntry.EscalationLogEntryKind kind, String text) {
    write(entry(escalation, kind, text));
  }

  List<EscalationLogEntry> entries(Escalation escalation) {
    return entities
        .createQuery(
            "select c from EscalationLogEntry c where c.escalationId = :id order by c.id",
            EscalationLogEntry.class)
        .setParameter("id", escalation.id())
        .getResultList();
  }

  /** The rungs of the escalation, lowest first. */
  List<StoredRung> ladder(Escalation escalation) {
    return entities
        .createQuery(
            "select r from StoredRung r where r.place.escalationId = :id order by r.place.number",
            StoredRung.class)
        .setParameter("id", escalation.id())
        .getResultList();
  }

  /** Takes over what the ladder gives for a trigger; what it gave before stays, unless changed. */
  void keep(Escalation escalation, List<Rung> rungs, Trigger cause) {
    for (Rung rung : rungs) {
      StoredRung stored =
          entities.find(StoredRung.class, new StoredRung.RungKey(escalation.id(), rung.number()));
      if (stored == null) {
        entities.persist(new StoredRung(escalation.id(), rung, cause));
      } else {
        stored.become(rung, cause);
      }
    }
    entities.flush();
  }

  /** Takes over what another ladder gives for the trigger above where the escalation stands. */
  void replaceAbove(Escalation escalation, List<Rung> rungs, Trigger cause) {
    Map<Integer, StoredRung> above =
        ladder(escalation).stream()
            .filter(stored -> stored.rung().number() > escalation.rung())
            .collect(Collectors.toMap(stored -> stored.rung().number(), Function.identity()));
    above.values().stream()
        .filter(stored -> stored.cause() == cause)
        .filter(stored -> rungs.stream().noneMatch(rung -> rung.number() == stored.rung().number()))
        .forEach(entities::remove);
    keep(
        escalation,
        rungs.stream()
            .filter(rung -> rung.number() > escalation.rung())
            .filter(
                rung ->
                    !above.containsKey(rung.number()) || above.get(rung.number()).cause() == cause)
            .toList(),
        cause);
  }

  /** How many escalations are waiting for each person. */
  Map<String, Integer> onHand() {
    return entities
        .createQuery(
            "select e.responder, count(e) from Escalation e"
                + " where e.openIncident is not null and e.responder is not null"
                + " group by e.responder",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue()));
  }

  /** The entries of several escalations, in their order. */
  List<EscalationView> views(List<Escalation> escalations) {
    List<Long> ids = escalations.stream().map(Escalation::id).toList();
    Map<Long, List<StoredRung>> ladders =
        grouped(
            "select r.place.escalationId, r from StoredRung r where r.place.escalationId in :ids"
                + " order by r.place.number",
            StoredRung.class,
            ids);
    Map<Long, List<EscalationLogEntry>> entries =
        grouped(
            "select c.escalationId, c from EscalationLogEntry c where c.escalationId in :ids order"
                + " by c.id",
            EscalationLogEntry.class,
            ids);
    return escalations.stream()
        .map(
            each ->
                each.view(
                    ladders.getOrDefault(each.id(), List.of()),
                    entries.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private <R> Map<Long, List<R>> grouped(String query, Class<R> type, List<Long> ids) {
    Map<Long, List<R>> grouped = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(query, Object[].class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(
              row ->
                  grouped
                      .computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                      .add(type.cast(row[1])));
    }
    return grouped;
  }

  EscalationView view(Escalation escalation) {
    return escalation.view(ladder(escalation), entries(escalation));
  }
}
