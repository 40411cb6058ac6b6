package dev.baton.incident;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a part of an incident's story: however long it is, only what is asked for is read. */
@Service
@Transactional(readOnly = true)
public class IncidentStory {

  private final Incidents incidents;
  private final EntityManager entities;

  IncidentStory(Incidents incidents, EntityManager entities) {
    this.incidents = incidents;
    this.entities = entities;
  }

  /**
   * The first lines in the order asked for.
   *
   * @param forClient only what the client's people may see
   * @param most how many lines at most
   * @throws UnknownIncident when there is no such incident
   */
  public List<StoryLine> of(
      IncidentNumber number, boolean forClient, boolean newestFirst, int most) {
    Incident incident = incidents.get(number);
    String order = newestFirst ? " order by e.at desc, e.id desc" : " order by e.at, e.id";
    String seen = forClient ? " and e.visibility = CLIENT" : "";
    Stream<StoryLine> said =
        entities
            .createQuery(
                "select e from Contact e where e.incidentId = :incident" + seen + order,
                Contact.class)
            .setParameter("incident", incident.id())
            .setMaxResults(most)
            .getResultList()
            .stream()
            .map(contact -> contact.line(number.value()));
    // That the requester replied is told by the reply itself.
    Stream<StoryLine> done =
        entities
            .createQuery(
                "select e from JournalEntry e where e.incidentId = :incident and e.kind <> REPLIED"
                    + seen
                    + order,
                JournalEntry.class)
            .setParameter("incident", incident.id())
            .setMaxResults(most)
            .getResultList()
            .stream()
            .map(entry -> entry.line(forClient));
    Comparator<StoryLine> byTime = Comparator.comparing(StoryLine::at);
    return Stream.concat(newestFirst ? done : said, newestFirst ? said : done)
        .sorted(newestFirst ? byTime.reversed() : byTime)
        .limit(most)
        .toList();
  }
}
