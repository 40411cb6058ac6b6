package dev.baton.incident.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what lists show of contacts. */
@Repository
@Transactional(readOnly = true)
class ContactSummaries {

  private final JdbcClient database;

  ContactSummaries(JdbcClient database) {
    this.database = database;
  }

  /** In the order of the ids. */
  List<ContactSummary> of(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, ContactSummary> found =
        database
            .sql(
                """
                select c.id, c.at, c.channel, c.direction, c.kind,
                  coalesce(c.from_text, i.requester_name) who, c.subject, left(c.body, 400) text,
                  c.visibility, c.logged_by loggedBy, coalesce(i.client_id, c.client_id) clientId,
                  i.number incident, i.subject incidentSubject,
                  coalesce(c.sender_verified = 0, 0) isUnverified,
                  coalesce(t.state = 'WAITING', 0) isWaiting, t.dismissal
                from contact c left join incident i on i.id = c.incident_id
                  left join triage t on t.contact_id = c.id
                where c.id in (:ids)
                """)
            .param("ids", ids)
            .query(ContactSummary.class)
            .stream()
            .collect(Collectors.toMap(ContactSummary::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
