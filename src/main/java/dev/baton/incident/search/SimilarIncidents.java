package dev.baton.incident.search;

import dev.baton.incident.IncidentNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
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
      where i.opened_at > :opened and i.status in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD')
        and (i.service is not null or i.category is not null)
      """;

  private static final String ABOUT =
      """
        and i.client_id = :client
        and (case when :isService then i.service = :name
          else i.service is null and i.category = :name end)
      """;

  private static final String SUBJECT =
      """
      select i.number, i.client_id, i.service is not null as of_service,
        coalesce(i.service, i.category) as name
      """;

  private final JdbcClient database;

  SimilarIncidents(JdbcClient database) {
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
    String alsoAsked =
        """
        union all %s, false from incident i
        where i.number in (:these) and (i.service is not null or i.category is not null)
        """
            .formatted(SUBJECT);
    return database
        .sql(
            """
            select number, client_id, of_service, is_open,
              min(name) over (partition by client_id, of_service, name) as name
            from (%s, true as is_open %s%s) similar
            order by client_id, name, of_service, number
            """
                .formatted(SUBJECT, OPEN, alsoThese.isEmpty() ? "" : alsoAsked))
        .param("opened", opened)
        .param("these", values(alsoThese))
        .query(
            (row, n) ->
                new Similar(
                    new IncidentNumber(row.getString("number")),
                    new Subject(
                        row.getLong("client_id"),
                        row.getBoolean("of_service"),
                        row.getString("name")),
                    row.getBoolean("is_open")))
        .list();
  }

  /** The open ones of one subject: the most urgent first, and among equals the oldest. */
  public List<Urgency> openedAfter(Instant opened, Subject subject) {
    return database
        .sql(
            "select i.number, i.priority "
                + OPEN
                + ABOUT
                + " order by coalesce(i.priority, 'P9'), i.opened_at, i.number")
        .param("opened", opened)
        .params(values(subject))
        .query((row, n) -> new Urgency(new IncidentNumber(row.getString(1)), row.getString(2)))
        .list();
  }

  /** Which of these are about the subject, whatever their state. */
  public Set<IncidentNumber> about(Subject subject, Collection<IncidentNumber> these) {
    if (these.isEmpty()) {
      return Set.of();
    }
    return database
        .sql("select i.number from incident i where i.number in (:these)" + ABOUT)
        .param("these", values(these))
        .params(values(subject))
        .query((row, n) -> new IncidentNumber(row.getString(1)))
        .set();
  }

  private static Map<String, Object> values(Subject subject) {
    return Map.of(
        "client", subject.clientId(), "isService", subject.isService(), "name", subject.name());
  }

  private static List<String> values(Collection<IncidentNumber> numbers) {
    return numbers.stream().map(IncidentNumber::value).toList();
  }
}
