package dev.baton.incident;

import dev.baton.engine.FlowConflict;
import dev.baton.web.text.LocalizableText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.springframework.stereotype.Repository;

/** The stored incidents. Within a transaction an incident is read once. */
@Repository
public class Incidents {

  private final EntityManager entities;

  Incidents(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Incident> find(String number) {
    return entities.unwrap(Session.class).bySimpleNaturalId(Incident.class).loadOptional(number);
  }

  /**
   * @throws UnknownIncident when there is none
   */
  public Incident get(IncidentNumber number) {
    return find(number.value()).orElseThrow(() -> new UnknownIncident(number.value()));
  }

  /**
   * To be changed, or followed by changes to what hangs on it: as it is now, and other transactions
   * wait from here on until this one ends. The row is locked by its id, as every write does: by its
   * number, that index would be locked before the row, and a transaction that has written the row
   * and asks again would go the other way round.
   *
   * @throws UnknownIncident when there is none
   */
  public Incident inTurn(IncidentNumber number) {
    Incident incident = get(number);
    if (!isLocked(incident)) {
      entities.refresh(incident, LockModeType.PESSIMISTIC_WRITE);
    }
    return incident;
  }

  /**
   * Takes both in the order of their numbers, so that two transactions never wait for each other.
   */
  public void bothInTurn(IncidentNumber one, IncidentNumber other) {
    Stream.of(one, other).sorted(Comparator.comparing(IncidentNumber::value)).forEach(this::inTurn);
  }

  private boolean isLocked(Incident incident) {
    LockMode held = entities.unwrap(Session.class).getCurrentLockMode(incident);
    return !held.lessThan(LockMode.WRITE); // written by this transaction, or asked for
  }

  /**
   * As it was seen when the transaction asked for it, to be changed; others wait from here on.
   *
   * @throws UnknownIncident when there is none
   * @throws FlowConflict when another transaction changed it in between: what was decided on what
   *     was seen is decided anew
   */
  Incident asSeen(IncidentNumber number) {
    Incident seen = get(number);
    try {
      entities.lock(seen, LockModeType.PESSIMISTIC_WRITE);
    } catch (OptimisticLockException changed) {
      throw new FlowConflict(LocalizableText.of("refused.conflict"), changed);
    }
    return seen;
  }

  public void add(Incident incident) {
    entities.persist(incident);
  }

  /** Sends what changed to the database now, so that a conflict shows where it arose. */
  public void flush() {
    entities.flush();
  }

  /** Numbers by id. */
  public Map<Long, String> numbers(Set<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select i.id, i.number from Incident i where i.id in :ids", Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  /** How many each person works on, those on hold left out; who is missing has none. */
  public Map<String, Long> atWorkOf(Set<String> logins) {
    return entities
        .createQuery(
            """
            select i.assignee, count(i) from Incident i
            where i.assignee in :logins and i.status in (ASSIGNED, IN_PROGRESS)
            group by i.assignee
            """,
            Object[].class)
        .setParameter("logins", logins)
        .getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
  }

  /**
   * Who holds how much of the open work, and what waits in the queues.
   *
   * @param team its code, or null for all
   */
  public List<WorkShare> shares(String team) {
    return entities
        .createQuery(
            """
            select new dev.baton.incident.WorkShare(
              i.team, i.assignee,
              sum(case when i.status = ASSIGNED then 1L else 0L end),
              sum(case when i.status = IN_PROGRESS then 1L else 0L end),
              sum(case when i.status = ON_HOLD then 1L else 0L end),
              min(case when i.status = ON_HOLD then null else i.openedAt end))
            from Incident i
            where i.status in (ASSIGNED, IN_PROGRESS, ON_HOLD)
            and (:team is null or i.team = :team)
            group by i.team, i.assignee
            """,
            WorkShare.class)
        .setParameter("team", team)
        .getResultList();
  }

  /** The numbers of what the person holds, oldest first. */
  public List<IncidentNumber> heldBy(String login, int atMost) {
    return entities
        .createQuery(
            """
            select i.number from Incident i where i.assignee = :login
            and i.status in (ASSIGNED, IN_PROGRESS, ON_HOLD, RESOLVED) order by i.id
            """,
            String.class)
        .setParameter("login", login)
        .setMaxResults(atMost)
        .getResultStream()
        .map(IncidentNumber::new)
        .toList();
  }

  public List<OpenIncident> open() {
    return entities
        .createQuery(
            """
            select new dev.baton.incident.OpenIncident(i.number, i.flowInstanceId)
            from Incident i where i.status in :open
            """,
            OpenIncident.class)
        .setParameter("open", Status.open())
        .getResultList();
  }
}
