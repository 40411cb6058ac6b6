package dev.baton.major;

import dev.baton.database.Batches;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentLocks;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.text.LocalizableText;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Repository;

/** The stored major incidents and what belongs to them. */
@Repository
class MajorIncidents {

  private static final Set<MajorState> OVER = EnumSet.of(MajorState.CLOSED, MajorState.STOOD_DOWN);

  private static final List<String> KNOWN =
      List.of(
          "select m.incident from MajorIncident m where m.incident in :some",
          "select l.child from RelatedIncidentLink l where l.child in :some");

  private final EntityManager entities;
  private final IncidentLocks turns;

  MajorIncidents(EntityManager entities, IncidentLocks turns) {
    this.entities = entities;
    this.turns = turns;
  }

  Optional<MajorIncident> find(IncidentNumber number) {
    return entities
        .unwrap(Session.class)
        .bySimpleNaturalId(MajorIncident.class)
        .loadOptional(number.value());
  }

  /**
   * @throws NotOffered when the incident never was a major one
   */
  MajorIncident get(IncidentNumber number) {
    return find(number)
        .orElseThrow(() -> new NotOffered(LocalizableText.of("refused.major.none", number)));
  }

  /**
   * To be changed: the incident itself is locked first, as everywhere, since what happens to it is
   * told to the major incident in the same transaction.
   *
   * @throws NotOffered when the incident never was a major one
   */
  MajorIncident inTurn(IncidentNumber number) {
    turns.take(number);
    return get(number);
  }

  /** The same for one that may not be a major incident yet. */
  Optional<MajorIncident> findInTurn(IncidentNumber number) {
    turns.take(number);
    return find(number);
  }

  MajorIncident get(long id) {
    return entities.find(MajorIncident.class, id);
  }

  void add(Object row) {
    entities.persist(row);
  }

  /** Sends what changed to the database now, so that a conflict shows where it arose. */
  void flush() {
    entities.flush();
  }

  /** The link of the incident to a major incident that is not over. */
  Optional<RelatedIncidentLink> openLink(IncidentNumber child) {
    return entities
        .createQuery(
            "select l from RelatedIncidentLink l where l.openChild = :child",
            RelatedIncidentLink.class)
        .setParameter("child", child.value())
        .getResultStream()
        .findFirst();
  }

  /** Which of these belong to a major incident that is not over. */
  Set<IncidentNumber> linked(List<IncidentNumber> children) {
    Set<IncidentNumber> linked = new HashSet<>();
    for (List<IncidentNumber> some : Batches.of(children)) {
      entities
          .createQuery(
              "select l.openChild from RelatedIncidentLink l where l.openChild in :some",
              String.class)
          .setParameter("some", some.stream().map(IncidentNumber::value).toList())
          .getResultStream()
          .map(IncidentNumber::new)
          .forEach(linked::add);
    }
    return linked;
  }

  /** How many are related to each of these, by its number. */
  Map<String, Long> relatedCounts(Collection<String> numbers) {
    return Batches.of(numbers).stream()
        .flatMap(
            some ->
                entities
                    .createQuery(
                        """
                        select m.incident, count(l) from RelatedIncidentLink l
                        join MajorIncident m on m.id = l.majorIncidentId
                        where m.incident in :some and l.unlinkedAt is null group by m.incident
                        """,
                        Object[].class)
                    .setParameter("some", some)
                    .getResultStream())
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /** The related incidents, those that were unlinked left out, in the order of linking. */
  List<RelatedIncidentLink> links(MajorIncident major) {
    return entities
        .createQuery(
            """
            select l from RelatedIncidentLink l where l.majorIncidentId = :major and l.unlinkedAt is null
            order by l.id
            """,
            RelatedIncidentLink.class)
        .setParameter("major", major.id())
        .getResultList();
  }

  /** Those that were declared for a cluster and are led still, the oldest first. */
  List<IncidentNumber> runningClusters() {
    return entities
        .createQuery(
            """
            select m.incident from MajorIncident m
            where m.state in (DECLARED, RUNNING) and m.declaration = CLUSTER
            order by m.declaredAt, m.id
            """,
            String.class)
        .getResultStream()
        .map(IncidentNumber::new)
        .toList();
  }

  /** Which of these are or were a major incident, or belong or belonged to one. */
  Set<IncidentNumber> known(List<IncidentNumber> numbers) {
    Set<IncidentNumber> known = new HashSet<>();
    for (List<IncidentNumber> portion : Batches.of(numbers)) {
      List<String> some = portion.stream().map(IncidentNumber::value).toList();
      for (String query : KNOWN) {
        entities
            .createQuery(query, String.class)
            .setParameter("some", some)
            .getResultStream()
            .map(IncidentNumber::new)
            .forEach(known::add);
      }
    }
    return known;
  }

  List<MajorUpdate> updates(MajorIncident major) {
    return entities
        .createQuery(
            "select u from MajorUpdate u where u.majorIncidentId = :major order by u.at, u.id",
            MajorUpdate.class)
        .setParameter("major", major.id())
        .getResultList();
  }

  Optional<MajorReview> review(MajorIncident major) {
    return Optional.ofNullable(entities.find(MajorReview.class, major.id()));
  }

  List<MajorAction> actions(MajorIncident major) {
    return entities
        .createQuery(
            "select a from MajorAction a where a.majorIncidentId = :major order by a.dueOn, a.id",
            MajorAction.class)
        .setParameter("major", major.id())
        .getResultList();
  }

  Optional<MajorAction> action(MajorIncident major, long id) {
    return Optional.ofNullable(entities.find(MajorAction.class, id))
        .filter(action -> action.majorIncidentId() == major.id());
  }

  /** How many major incidents that are not over each person leads; who is missing leads none. */
  Map<String, Integer> led() {
    return entities
        .createQuery(
            """
            select m.appointed, count(m) from MajorIncident m
            where m.appointed is not null and m.state not in :over
            group by m.appointed
            """,
            Object[].class)
        .setParameter("over", OVER)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue()));
  }

  /** Newest first. */
  Page<MajorIncident> list(Collection<MajorState> states, Pageable page) {
    List<MajorIncident> found =
        entities
            .createQuery(
                """
                select m from MajorIncident m where m.state in :states
                order by m.declaredAt desc, m.id desc
                """,
                MajorIncident.class)
            .setParameter("states", states)
            .setFirstResult((int) page.getOffset())
            .setMaxResults(page.getPageSize())
            .getResultList();
    long total =
        entities
            .createQuery(
                "select count(m) from MajorIncident m where m.state in :states", Long.class)
            .setParameter("states", states)
            .getSingleResult();
    return new PageImpl<>(found, page, total);
  }
}
