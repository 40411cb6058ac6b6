package dev.baton.incident.timeline;

import dev.baton.database.Batches;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.JournalEntry;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.contact.Contact;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tells the stories of several incidents at once, for the desk; of each like {@link Timeline}. */
@Repository
@Transactional(readOnly = true)
public class Timelines {

  private static final String CONTACTS =
      "select c.incidentId, c from Contact c where c.incidentId in :ids order by c.at, c.id";
  private static final String JOURNALS =
      "select e.incidentId, e from JournalEntry e where e.incidentId in :ids order by e.at, e.id";

  private final EntityManager entities;

  Timelines(EntityManager entities) {
    this.entities = entities;
  }

  /** By incident, in the order given, oldest first; unknown numbers are left out. */
  public Map<IncidentNumber, List<TimelineEntry>> of(Collection<IncidentNumber> numbers) {
    Map<IncidentNumber, List<TimelineEntry>> found = new LinkedHashMap<>();
    for (List<IncidentNumber> some : Batches.of(numbers)) {
      read(some, found);
    }
    return found;
  }

  private void read(List<IncidentNumber> some, Map<IncidentNumber, List<TimelineEntry>> found) {
    Map<String, Long> ids = ids(some);
    Map<Long, List<TimelineEntry>> byId = new HashMap<>();
    ids.values().forEach(id -> byId.put(id, new ArrayList<>()));
    rows(CONTACTS, byId.keySet())
        .forEach(row -> byId.get((Long) row[0]).add(((Contact) row[1]).entry()));
    rows(JOURNALS, byId.keySet())
        .forEach(row -> byId.get((Long) row[0]).add(((JournalEntry) row[1]).entry(false)));
    for (IncidentNumber number : some) {
      Long id = ids.get(number.value());
      if (id != null) {
        List<TimelineEntry> entries = byId.get(id);
        entries.sort(Comparator.comparing(TimelineEntry::at));
        found.put(number, entries);
      }
    }
  }

  private Map<String, Long> ids(List<IncidentNumber> some) {
    Map<String, Long> ids = new HashMap<>();
    entities
        .createQuery(
            "select i.number, i.id from Incident i where i.number in :some", Object[].class)
        .setParameter("some", some.stream().map(IncidentNumber::value).toList())
        .getResultStream()
        .forEach(row -> ids.put((String) row[0], (Long) row[1]));
    return ids;
  }

  private List<Object[]> rows(String query, Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities.createQuery(query, Object[].class).setParameter("ids", ids).getResultList();
  }
}
