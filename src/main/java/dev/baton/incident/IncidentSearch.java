package dev.baton.incident;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
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

  /** Equals among these come in the order of their opening, as their indexes have them. */
  private static final Set<String> OPENED_BETWEEN = Set.of("priority", "status");

  private final Incidents incidents;
  private final EntityManager entities;

  IncidentSearch(Incidents incidents, EntityManager entities) {
    this.incidents = incidents;
    this.entities = entities;
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

  /**
   * Sortable by {@link #SORTABLE}; equal rows in the order of their taking in, so that pages never
   * overlap. Which rows make the page, an index alone says: a late page reads no earlier row.
   */
  public Page<IncidentView> find(IncidentQuery query, Pageable page) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Long> select = builder.createQuery(Long.class);
    Root<Incident> incident = select.from(Incident.class);
    select
        .select(incident.get("id"))
        .where(conditions(builder, incident, query))
        .orderBy(orders(builder, incident, page));
    List<Long> ids =
        entities
            .createQuery(select)
            .setFirstResult((int) page.getOffset())
            .setMaxResults(page.getPageSize())
            .getResultList();
    List<IncidentView> found = views(ids);
    return new PageImpl<>(found, page, total(builder, query, page, found.size()));
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

  private long total(CriteriaBuilder builder, IncidentQuery query, Pageable page, int found) {
    if (found > 0 && found < page.getPageSize()) {
      return page.getOffset() + found;
    }
    CriteriaQuery<Long> count = builder.createQuery(Long.class);
    Root<Incident> incident = count.from(Incident.class);
    count.select(builder.count(incident)).where(conditions(builder, incident, query));
    return entities.createQuery(count).getSingleResult();
  }

  private Predicate[] conditions(
      CriteriaBuilder builder, Root<Incident> incident, IncidentQuery query) {
    List<Predicate> all = new ArrayList<>();
    if (query.statuses() != null && !query.statuses().isEmpty()) {
      all.add(incident.get("status").in(query.statuses()));
    }
    if (query.clientId() != null) {
      all.add(builder.equal(incident.get("clientId"), query.clientId()));
    }
    if (query.team() != null) {
      all.add(builder.equal(incident.get("team"), query.team()));
    }
    if (query.assignee() != null) {
      all.add(
          query.assignee().isEmpty()
              ? builder.isNull(incident.get("assignee"))
              : builder.equal(incident.get("assignee"), query.assignee()));
    }
    if (query.text() != null && !query.text().isBlank()) {
      all.add(mentions(builder, incident, query.text().strip()));
    }
    return all.toArray(Predicate[]::new);
  }

  /** A number, a whole external reference, or words; each is found by an index. */
  private Predicate mentions(CriteriaBuilder builder, Root<Incident> incident, String text) {
    Optional<IncidentNumber> number = IncidentNumber.parse(text);
    if (number.isPresent()) {
      return builder.equal(incident.get("number"), number.get().value());
    }
    Optional<String> words = new SearchWords(text).all();
    return words.isEmpty() || isExternalReference(text)
        ? builder.equal(incident.get("externalReference"), text)
        : builder.greaterThan(
            ((HibernateCriteriaBuilder) builder)
                .sql(
                    "match (?, ?, ?) against (? in boolean mode)",
                    Double.class,
                    incident.get("subject"),
                    incident.get("requesterName"),
                    incident.get("requesterEmail"),
                    builder.literal(words.get())),
            0.0);
  }

  private boolean isExternalReference(String text) {
    return !entities
        .createQuery("select 1 from Incident i where i.externalReference = :text", Integer.class)
        .setParameter("text", text)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private static List<Order> orders(
      CriteriaBuilder builder, Root<Incident> incident, Pageable page) {
    Sort sort = page.getSort().isSorted() ? page.getSort() : Sort.by("openedAt").descending();
    List<Order> orders = new ArrayList<>();
    for (Sort.Order order : sort) {
      orders.add(order(builder, incident, order.getProperty(), order.isAscending()));
    }
    boolean ascending = orders.get(orders.size() - 1).isAscending();
    if (OPENED_BETWEEN.contains(last(sort))) {
      orders.add(order(builder, incident, "openedAt", ascending));
    }
    orders.add(order(builder, incident, "id", ascending));
    return orders;
  }

  private static String last(Sort sort) {
    return sort.stream().reduce((first, second) -> second).map(Sort.Order::getProperty).orElse("");
  }

  private static Order order(
      CriteriaBuilder builder, Root<Incident> incident, String property, boolean ascending) {
    return ascending ? builder.asc(incident.get(property)) : builder.desc(incident.get(property));
  }
}
