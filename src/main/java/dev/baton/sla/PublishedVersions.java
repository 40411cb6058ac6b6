package dev.baton.sla;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored versions of calendars and agreements. */
@Repository
@Transactional(readOnly = true)
class PublishedVersions {

  private final EntityManager entities;

  PublishedVersions(EntityManager entities) {
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

  Optional<CalendarVersion> newestCalendar(String name) {
    return calendars().stream().filter(version -> version.name().equals(name)).findFirst();
  }

  Optional<AgreementVersion> newestAgreement(String name) {
    return agreements().stream().filter(version -> version.name().equals(name)).findFirst();
  }

  @Transactional
  void add(Object version) {
    entities.persist(version);
    entities.flush();
  }
}
