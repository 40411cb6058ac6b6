package dev.baton.incident.search;

import dev.baton.database.Batches;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import dev.baton.incident.UnknownIncident;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds incidents. */
@Service
@Transactional(readOnly = true)
public class IncidentSearch {

  /** What a list may be sorted by. */
  public static final Set<String> SORTABLE =
      Set.of("number", "openedAt", "priority", "status", "subject");

  private static final Map<String, String> COLUMNS =
      Map.of(
          "number", "i.number",
          "openedAt", "i.opened_at",
          "priority", "i.priority",
          "status", "i.status",
          "subject", "i.subject");

  /** Equals among these come in the order of their opening, as their indexes have them. */
  private static final Set<String> OPENED_BETWEEN = Set.of("priority", "status");

  private final Incidents incidents;
  private final IncidentQueries finder;
  private final EntityManager entities;
  private final Clock clock;

  IncidentSearch(Incidents incidents, IncidentQueries finder, EntityManager entities, Clock clock) {
    this.incidents = incidents;
    this.finder = finder;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * @throws UnknownIncident when there is none
   */
  public IncidentView get(IncidentNumber number) {
    return incidents.get(number).view();
  }

  /** The incident, if there is one with this number. */
  public Optional<IncidentView> find(IncidentNumber number) {
    return incidents.find(number.value()).map(Incident::view);
  }

  /** The instance of the flow that the incident runs on, once it has one. */
  public Optional<String> flowOf(IncidentNumber number) {
    return incidents.find(number.value()).map(Incident::flowInstanceId);
  }

  /** Several at once, by number; unknown numbers are left out. */
  public Map<IncidentNumber, IncidentView> of(Collection<IncidentNumber> numbers) {
    Map<IncidentNumber, IncidentView> found = new HashMap<>();
    for (List<IncidentNumber> some : Batches.of(numbers)) {
      entities
          .createQuery("select i from Incident i where i.number in :some", Incident.class)
          .setParameter("some", some.stream().map(IncidentNumber::value).toList())
          .getResultStream()
          .forEach(incident -> found.put(incident.number(), incident.view()));
    }
    return found;
  }

  /** Whether there is one at all. */
  public boolean hasAny() {
    return !entities
        .createQuery("select i.id from Incident i", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Sortable by {@link #SORTABLE}; equal rows in the order of their taking in, so that pages never
   * overlap. With words, at most {@link IncidentQueries#WORDS_COUNTED} are counted.
   */
  public Page<IncidentView> find(IncidentCriteria query, Pageable page) {
    IncidentQueries.MatchingIncidents found =
        finder.find(
            selection(query, page.getSort()),
            page.getOffset(),
            page.getPageSize(),
            Integer.MAX_VALUE);
    return new PageImpl<>(views(found.ids()), page, found.count());
  }

  private List<IncidentView> views(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, IncidentView> views = new HashMap<>();
    entities
        .createQuery("select i from Incident i where i.id in :ids", Incident.class)
        .setParameter("ids", ids)
        .getResultList()
        .forEach(incident -> views.put(incident.id(), incident.view()));
    return ids.stream().map(views::get).filter(Objects::nonNull).toList();
  }

  private IncidentSqlFilter selection(IncidentCriteria query, Sort sort) {
    IncidentSqlFilter asked = new IncidentSqlFilter();
    if (query.statuses() != null) {
      asked.in(query.statuses());
    }
    if (query.clientId() != null) {
      asked.where("i.client_id = ?", query.clientId());
    }
    if (query.team() != null) {
      asked.where("i.team = ?", query.team());
    }
    if (query.assignee() != null && query.assignee().isEmpty()) {
      asked.where("i.assignee is null");
    } else if (query.assignee() != null) {
      asked.where("i.assignee = ?", query.assignee());
    }
    if (query.tag() != null) {
      asked.tagged(query.tag());
    }
    if (query.text() != null && !query.text().isBlank()) {
      asked.text(query.text().strip(), clock.instant().atZone(ZoneOffset.UTC).getYear());
    }
    return sort.isSorted() ? asked.orderBy(order(sort)) : asked;
  }

  private static String order(Sort sort) {
    List<String> columns = new ArrayList<>();
    Sort.Order last = null;
    for (Sort.Order order : sort) {
      columns.add(COLUMNS.get(order.getProperty()) + way(order));
      last = order;
    }
    if (OPENED_BETWEEN.contains(last.getProperty())) {
      columns.add("i.opened_at" + way(last));
    }
    columns.add("i.id" + way(last));
    return String.join(", ", columns);
  }

  private static String way(Sort.Order order) {
    return order.isAscending() ? "" : " desc";
  }
}
