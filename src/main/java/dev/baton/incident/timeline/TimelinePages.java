package dev.baton.incident.timeline;

import dev.baton.incident.Incident;
import dev.baton.incident.JournalEntry;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.Contact;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads journal and contacts of an incident page by page: indexes first, then the rows shown. */
@Repository
class TimelinePages {

  private static final String ALL =
      """
      from (
        select 0 told, c.id, c.at from contact c where c.incident_id = ?%1$s
        union all
        select 1 told, e.id, e.at from journal_entry e where e.incident_id = ?%1$s
      ) t
      """;

  private final JdbcClient jdbc;
  private final EntityManager entities;

  TimelinePages(JdbcClient jdbc, EntityManager entities) {
    this.jdbc = jdbc;
    this.entities = entities;
  }

  private record TimelinePosition(boolean told, long id) {}

  /** Oldest first, what was said before what was done at the same instant. */
  Page<TimelineEntry> of(Incident incident, boolean forClient, Pageable page) {
    String all = ALL.formatted(forClient ? " and visibility = 'CLIENT'" : "");
    List<TimelinePosition> places =
        jdbc.sql("select told, id " + all + " order by at, told, id limit ? offset ?")
            .params(incident.id(), incident.id(), page.getPageSize(), page.getOffset())
            .query(TimelinePosition.class)
            .list();
    long total =
        jdbc.sql("select count(*) " + all)
            .params(incident.id(), incident.id())
            .query(Long.class)
            .single();
    Map<Long, Contact> said = found(Contact.class, ids(places, false), Contact::id);
    Map<Long, JournalEntry> told = found(JournalEntry.class, ids(places, true), JournalEntry::id);
    List<TimelineEntry> entries = new ArrayList<>();
    for (TimelinePosition place : places) {
      if (place.told()) {
        entries.add(told.get(place.id()).entry(forClient));
      } else {
        entries.add(said.get(place.id()).entry());
      }
    }
    return new PageImpl<>(entries, page, total);
  }

  private static List<Long> ids(List<TimelinePosition> places, boolean told) {
    return places.stream().filter(place -> place.told() == told).map(TimelinePosition::id).toList();
  }

  private <T> Map<Long, T> found(Class<T> type, Collection<Long> ids, Function<T, Long> id) {
    return entities
        .createQuery("select e from " + type.getSimpleName() + " e where e.id in :ids", type)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(id, Function.identity()));
  }
}
