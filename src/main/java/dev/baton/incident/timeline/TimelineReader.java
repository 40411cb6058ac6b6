package dev.baton.incident.timeline;

import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.incident.JournalEntry;
import dev.baton.incident.TimelineText;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.contact.Contact;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a part of an incident's timeline. However long it is, only that part is read. */
@Service
@Transactional(readOnly = true)
public class TimelineReader {

  private final Incidents incidents;
  private final EntityManager entities;

  TimelineReader(Incidents incidents, EntityManager entities) {
    this.incidents = incidents;
    this.entities = entities;
  }

  /**
   * The lines of that part in its order.
   *
   * @throws UnknownIncident when the incident does not exist
   */
  public List<TimelineText> of(IncidentNumber number, TimelineSection part) {
    Incident incident = incidents.get(number);
    Stream<TimelineText> said =
        found(Contact.class, "", incident, part).map(contact -> contact.line(number.value()));
    // That the requester replied is told by the reply itself.
    Stream<TimelineText> done =
        part.messagesOnly()
            ? Stream.empty()
            : found(JournalEntry.class, " and e.kind <> REPLIED", incident, part)
                .map(entry -> entry.line(part.forClient()));
    Comparator<TimelineText> byTime = Comparator.comparing(TimelineText::at);
    boolean newestFirst = part.newestFirst();
    return Stream.concat(newestFirst ? done : said, newestFirst ? said : done)
        .sorted(newestFirst ? byTime.reversed() : byTime)
        .limit(part.most())
        .toList();
  }

  private <T> Stream<T> found(Class<T> type, String only, Incident incident, TimelineSection part) {
    String way = part.newestFirst() ? " desc" : "";
    TypedQuery<T> query =
        entities
            .createQuery(
                "select e from "
                    + type.getSimpleName()
                    + " e where e.incidentId = :incident"
                    + only
                    + (part.forClient() ? " and e.visibility = CLIENT" : "")
                    + (part.from() == null
                        ? ""
                        : part.newestFirst() ? " and e.at <= :from" : " and e.at >= :from")
                    + " order by e.at"
                    + way
                    + ", e.id"
                    + way,
                type)
            .setParameter("incident", incident.id())
            .setMaxResults(part.most());
    if (part.from() != null) {
      query.setParameter("from", part.from());
    }
    return query.getResultList().stream();
  }
}
