package dev.baton.incident.search;

import dev.baton.database.Batches;
import dev.baton.incident.IncidentNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds open incidents of one client and one service or, where they have none, one category. Each
 * query reads the open incidents of its window by the index {@code incident_open (status,
 * opened_at, …)}, and no others.
 */
@Repository
@Transactional(readOnly = true)
public class SimilarIncidents {

  private static final String OPEN =
      """
      from incident i
      where i.opened_at > ? and i.status in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD')
        and (i.service is not null or i.category is not null)
      """;

  private static final String ABOUT =
      """
        and i.client_id = ?
        and (case when ? then i.service = ? else i.service is null and i.category = ? end)
      """;

  private static final String SUBJECT =
      """
      select i.number, i.client_id, i.service is not null as of_service,
        coalesce(i.service, i.category) as name
      """;

  private final JdbcTemplate database;

  SimilarIncidents(JdbcTemplate database) {
    this.database = database;
  }

  /**
   * What an incident is about.
   *
   * @param isService whether the name is a service's, or the category's of an incident without one
   */
  public record Subject(long clientId, boolean isService, String name) {}

  /**
   * @param subject the same for all that the database holds for equal, whatever their spelling
   * @param isOpen whether it was found as an open one of the window; else it was asked for
   */
  public record Similar(IncidentNumber number, Subject subject, boolean isOpen) {}

  /**
   * @param priority null where it has none yet
   */
  public record Urgency(IncidentNumber number, String priority) {}

  /**
   * The open ones that were opened after the instant; and those asked for, whatever their state,
   * unless they have neither service nor category. By client and name.
   */
  public List<Similar> openedAfter(Instant opened, Collection<IncidentNumber> alsoThese) {
    List<Object> values = new ArrayList<>(List.of(opened));
    alsoThese.forEach(number -> values.add(number.value()));
    return database.query(
        """
        select number, client_id, of_service, is_open,
          min(name) over (partition by client_id, of_service, name) as name
        from (%s, true as is_open %s%s) similar
        order by client_id, name, of_service, number
        """
            .formatted(
                SUBJECT,
                OPEN,
                alsoThese.isEmpty()
                    ? ""
                    : " union all "
                        + SUBJECT
                        + ", false from incident i where i.number in ("
                        + Batches.places(alsoThese)
                        + ") and (i.service is not null or i.category is not null)"),
        (row, n) ->
            new Similar(
                new IncidentNumber(row.getString("number")),
                new Subject(
                    row.getLong("client_id"), row.getBoolean("of_service"), row.getString("name")),
                row.getBoolean("is_open")),
        values.toArray());
  }

  /** The open ones of one subject: the most urgent first, and among equals the oldest. */
  public List<Urgency> openedAfter(Instant opened, Subject subject) {
    return database.query(
        "select i.number, i.priority "
            + OPEN
            + ABOUT
            + " order by coalesce(i.priority, 'P9'), i.opened_at, i.number",
        (row, n) -> new Urgency(new IncidentNumber(row.getString(1)), row.getString(2)),
        opened,
        subject.clientId(),
        subject.isService(),
        subject.name(),
        subject.name());
  }

  /** Which of these are about the subject, whatever their state. */
  public Set<IncidentNumber> about(Subject subject, Collection<IncidentNumber> these) {
    if (these.isEmpty()) {
      return Set.of();
    }
    List<Object> values = new ArrayList<>();
    these.forEach(number -> values.add(number.value()));
    Collections.addAll(
        values, subject.clientId(), subject.isService(), subject.name(), subject.name());
    return new HashSet<>(
        database.query(
            "select i.number from incident i where i.number in ("
                + Batches.places(these)
                + ")"
                + ABOUT,
            (row, n) -> new IncidentNumber(row.getString(1)),
            values.toArray()));
  }
}
