package dev.baton.escalation;

import dev.baton.incident.IncidentNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds escalations for people to read, each with its ladder and its record. */
@Service
@Transactional(readOnly = true)
public class EscalationSearch {

  private static final String OPEN = " from Escalation e where e.openIncident is not null";

  private static final String ENDED =
      " from Escalation e where e.endedAt >= :since and e.state in (SETTLED, WITHDRAWN)";

  private final EntityManager entities;
  private final EscalationRepository escalations;

  EscalationSearch(EntityManager entities, EscalationRepository escalations) {
    this.entities = entities;
    this.escalations = escalations;
  }

  /**
   * Those that go on: first those that this person is asked to answer or to decide, then all
   * others, each by what is due first.
   *
   * @param responder sign-in name of the person
   */
  public Page<EscalationView> open(String responder, Pageable page) {
    TypedQuery<Escalation> found =
        entities
            .createQuery(
                "select e"
                    + OPEN
                    + " order by case when e.responder = :responder then 0 else 1 end,"
                    + " case when e.dueAt is null then 1 else 0 end, e.dueAt, e.id",
                Escalation.class)
            .setParameter("responder", responder);
    TypedQuery<Long> count = entities.createQuery("select count(e)" + OPEN, Long.class);
    return page(found, count, page);
  }

  /** Those that were decided or withdrawn since then, the last one first. */
  public Page<EscalationView> ended(Instant since, Pageable page) {
    TypedQuery<Escalation> found =
        entities
            .createQuery(
                "select e" + ENDED + " order by e.endedAt desc, e.id desc", Escalation.class)
            .setParameter("since", since);
    TypedQuery<Long> count =
        entities.createQuery("select count(e)" + ENDED, Long.class).setParameter("since", since);
    return page(found, count, page);
  }

  /** The one that goes on for the incident; there is one at most. */
  public Optional<EscalationView> openOf(IncidentNumber number) {
    return entities
        .createQuery("select e" + OPEN + " and e.openIncident = :number", Escalation.class)
        .setParameter("number", number.value())
        .getResultStream()
        .findFirst()
        .map(escalations::view);
  }

  private Page<EscalationView> page(
      TypedQuery<Escalation> found, TypedQuery<Long> count, Pageable page) {
    List<Escalation> some =
        found
            .setFirstResult((int) page.getOffset())
            .setMaxResults(page.getPageSize())
            .getResultList();
    return new PageImpl<>(escalations.views(some), page, count.getSingleResult());
  }
}
