package dev.baton.incident.timeline;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.UnknownIncident;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says by one statement whether an incident or the shown part of its timeline is still what it was:
 * whoever looks every few seconds reads the rest only when it is not.
 */
@Service
@Transactional(readOnly = true)
public class TimelineRevision {

  private static final String REVISION =
      """
      select concat_ws(' ', i.version, i.status, said.revision, done.revision, last.id)
      from incident i
      join (select concat_ws('-', count(*), sum(w.id), max(w.at), sum(w.files)) revision
        from (select c.id, c.at,
            (select count(*) from contact_file f where f.contact_id = c.id) files
          from contact c where c.incident_id = (select id from incident where number = :number)%1$s
          order by c.at%2$s, c.id%2$s limit :most) w) said
      join (select concat_ws('-', count(*), sum(w.id), max(w.at)) revision
        from (select e.id, e.at from journal_entry e
          where e.incident_id = (select id from incident where number = :number)
            and e.kind <> 'REPLIED'%3$s
          order by e.at%2$s, e.id%2$s limit :most) w) done
      left join (select e.id from journal_entry e
        where e.incident_id = (select id from incident where number = :number)
        order by e.at desc, e.id desc limit 1) last on true
      where i.number = :number
      """;

  private final JdbcClient jdbc;

  TimelineRevision(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Differs from what it was as soon as the incident does, or what {@link TimelineReader#of}
   * answers to the same question.
   *
   * @throws UnknownIncident when the incident does not exist
   */
  public String of(IncidentNumber number, TimelineSection part) {
    String sql =
        REVISION.formatted(
            part.condition("c"), part.newestFirst() ? " desc" : "", part.condition("e"));
    return jdbc.sql(sql)
        .param("number", number.value())
        .param("from", part.from())
        .param("most", part.most())
        .query(String.class)
        .optional()
        .orElseThrow(() -> new UnknownIncident(number.value()));
  }
}
