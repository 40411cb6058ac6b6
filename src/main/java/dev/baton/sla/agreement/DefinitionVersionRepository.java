package dev.baton.sla.agreement;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored versions of calendars and agreements. */
@Repository
@Transactional(readOnly = true)
class DefinitionVersionRepository {

  private final EntityManager entities;

  DefinitionVersionRepository(EntityManager entities) {
    this.entities = entities;
  }

  Optional<CalendarVersion> calendar(long id) {
    return Optional.ofNullable(entities.find(CalendarVersion.class, id));
  }

  Optional<AgreementVersion> agreement(long id) {
    return Optional.ofNullable(entities.find(AgreementVersion.class, id));
  }

  /** All versions of all agreements, newest first. */
  List<AgreementVersion> agreements() {
    return entities
        .createQuery("select a from AgreementVersion a order by a.id desc", AgreementVersion.class)
        .getResultList();
  }

  /** All versions of all calendars, newest first. */
  List<CalendarVersion> calendars() {
    return entities
        .createQuery("select c from CalendarVersion c order by c.id desc", CalendarVersion.class)
        .getResultList();
  }

  /** All versions of the calendar, newest first. */
  List<CalendarVersion> calendars(String name) {
    return named("select c from CalendarVersion c", CalendarVersion.class, name);
  }

  /** All versions of the agreement, newest first. */
  List<AgreementVersion> agreements(String name) {
    return named("select c from AgreementVersion c", AgreementVersion.class, name);
  }

  /** Versions are numbered within their name, so the newest has the highest number. */
  Optional<Long> newestCalendarId(String name) {
    return entities
        .createQuery(
            "select c.name, c.id from CalendarVersion c where c.name = :name"
                + " order by c.number desc",
            Object[].class)
        .setParameter("name", name)
        .setMaxResults(1)
        .getResultStream()
        .filter(row -> row[0].equals(name)) // the database takes OFFICE for office
        .map(row -> (Long) row[1])
        .findFirst();
  }

  Optional<CalendarVersion> newestCalendar(String name) {
    return newestCalendarId(name).flatMap(this::calendar);
  }

  Optional<AgreementVersion> newestAgreement(String name) {
    return agreements(name).stream().findFirst();
  }

  private <V extends DefinitionVersion> List<V> named(String versions, Class<V> type, String name) {
    return entities
        .createQuery(versions + " where c.name = :name order by c.number desc", type)
        .setParameter("name", name)
        .getResultStream()
        .filter(version -> version.name().equals(name))
        .toList();
  }

  @Transactional
  void add(Object version) {
    entities.persist(version);
    entities.flush();
  }
}
