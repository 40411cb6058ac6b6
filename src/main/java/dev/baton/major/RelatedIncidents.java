package dev.baton.major;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.RefusedAct;
import dev.baton.incident.Status;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The incidents that belong to a major one; an incident belongs to one at a time. */
@Component
class RelatedIncidents {

  private final MajorIncidents majors;
  private final IncidentSearch incidents;
  private final MajorIncidentNotes notes;
  private final ActingPerson actingPerson;
  private final Clock clock;

  RelatedIncidents(
      MajorIncidents majors,
      IncidentSearch incidents,
      MajorIncidentNotes notes,
      ActingPerson actingPerson,
      Clock clock) {
    this.majors = majors;
    this.incidents = incidents;
    this.notes = notes;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /**
   * @throws NotOffered when it cannot belong to this major incident, with the reason
   */
  void link(MajorIncident major, IncidentNumber child) {
    if (major.state().isOver()) {
      throw major.refusal(RefusedAct.GIVEN_RELATED_INCIDENTS);
    }
    if (major.number().equals(child)) {
      throw new NotOffered(LocalizableText.of("refused.major.itself", child));
    }
    IncidentView incident = incidents.get(child);
    if (incident.status().isFinal()) {
      throw new NotOffered(LocalizableText.of("refused.major.childOver", child));
    }
    if (majors.find(child).filter(other -> !other.state().isOver()).isPresent()) {
      throw new NotOffered(LocalizableText.of("refused.major.childMajor", child));
    }
    majors
        .openLink(child)
        .ifPresent(
            link -> {
              throw new NotOffered(
                  LocalizableText.of(
                      "refused.major.belongsAlready",
                      child,
                      majors.get(link.majorIncidentId()).number()));
            });
    join(major, child);
    majors.flush();
  }

  void join(MajorIncident major, IncidentNumber child) {
    majors.add(
        new RelatedIncidentLink(major, child, clock.instant(), actingPerson.current().name()));
    notes.write(child, LocalizableText.of("entry.major-linked", major.number()), null);
    notes.write(major.number(), LocalizableText.of("entry.related", child), null);
  }

  void unlink(MajorIncident major, IncidentNumber child) {
    RelatedIncidentLink link =
        majors
            .openLink(child)
            .filter(found -> found.majorIncidentId() == major.id())
            .orElseThrow(
                () ->
                    new NotOffered(
                        LocalizableText.of("refused.major.belongsNot", child, major.number())));
    link.unlink(clock.instant(), actingPerson.current().name());
    notes.write(child, LocalizableText.of("entry.major-unlinked", major.number()), null);
    notes.write(major.number(), LocalizableText.of("entry.unrelated", child), null);
    majors.flush();
  }

  /** The related ones that are still worked on. */
  List<IncidentView> open(MajorIncident major) {
    List<IncidentNumber> children =
        majors.links(major).stream().map(RelatedIncidentLink::child).toList();
    Map<IncidentNumber, IncidentView> views = incidents.of(children);
    return children.stream().map(views::get).filter(incident -> isOpen(incident.status())).toList();
  }

  /** The major incident is over. */
  void release(MajorIncident major) {
    majors.links(major).forEach(RelatedIncidentLink::release);
  }

  /** It began anew: what is free still belongs to it. */
  void renew(MajorIncident major) {
    List<RelatedIncidentLink> links = majors.links(major);
    List<IncidentNumber> children = links.stream().map(RelatedIncidentLink::child).toList();
    Map<IncidentNumber, IncidentView> views = incidents.of(children);
    Set<IncidentNumber> linked = new HashSet<>(majors.linked(children));
    links.stream()
        .filter(link -> isOpen(views.get(link.child()).status()))
        .filter(link -> linked.add(link.child()))
        .forEach(RelatedIncidentLink::renew);
    majors.flush();
  }

  private static boolean isOpen(Status status) {
    return !status.isFinal() && status != Status.RESOLVED;
  }
}
