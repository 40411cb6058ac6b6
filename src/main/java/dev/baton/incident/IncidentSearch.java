package dev.baton.incident;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Sortable by {@link #SORTABLE}; equal rows by number, so that pages never overlap. */
  public Page<IncidentView> find(IncidentQuery query, Pageable page) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Incident> select = builder.createQuery(Incident.class);
    Root<Incident> incident = select.from(Incident.class);
    select.where(conditions(builder, incident, query)).orderBy(orders(builder, incident, page));
    List<IncidentView> found =
        entities
            .createQuery(select)
            .setFirstResult((int) page.getOffset())
            .setMaxResults(page.getPageSize())
            .getResultList()
            .stream()
            .map(Incident::view)
            .toList();
    return new PageImpl<>(found, page, total(builder, query, page, found.size()));
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

  private static Predicate[] conditions(
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
    for (String word : words(query.text())) {
      all.add(mentions(builder, incident, word));
    }
    return all.toArray(Predicate[]::new);
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private static Predicate mentions(CriteriaBuilder builder, Root<Incident> incident, String word) {
    if (IncidentNumber.parse(word).isPresent()) {
      return builder.equal(incident.get("number"), word.toUpperCase(Locale.ROOT));
    }
    String pattern = "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return builder.or(
        builder.like(incident.get("number"), pattern.toUpperCase(Locale.ROOT), '\\'),
        builder.like(incident.get("subject"), pattern, '\\'),
        builder.like(incident.get("requesterName"), pattern, '\\'),
        builder.like(incident.get("requesterEmail"), pattern, '\\'),
        builder.like(incident.get("externalReference"), pattern, '\\'));
  }

  private static List<Order> orders(
      CriteriaBuilder builder, Root<Incident> incident, Pageable page) {
    Sort sort = page.getSort().isSorted() ? page.getSort() : Sort.by("openedAt").descending();
    List<Order> orders = new ArrayList<>();
    for (Sort.Order order : sort) {
      orders.add(
          order.isAscending()
              ? builder.asc(incident.get(order.getProperty()))
              : builder.desc(incident.get(order.getProperty())));
    }
    orders.add(builder.desc(incident.get("id")));
    return orders;
  }
}
