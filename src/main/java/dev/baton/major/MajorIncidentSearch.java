package dev.baton.major;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.clock.ClockState;
import dev.baton.staff.rota.Duty;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds major incidents, and what is known of one. */
@Service
@Transactional(readOnly = true)
public class MajorIncidentSearch {

  private final MajorIncidents majors;
  private final IncidentSearch incidents;
  private final Obligations obligations;
  private final Duty duty;
  private final Clock clock;

  MajorIncidentSearch(
      MajorIncidents majors,
      IncidentSearch incidents,
      Obligations obligations,
      Duty duty,
      Clock clock) {
    this.majors = majors;
    this.incidents = incidents;
    this.obligations = obligations;
    this.duty = duty;
    this.clock = clock;
  }

  public Optional<MajorIncidentView> find(IncidentNumber number) {
    return majors.find(number).map(MajorIncident::view);
  }

  /** Of these states, or of all when none is given; newest first. */
  public Page<MajorIncidentView> list(Collection<MajorState> states, Pageable page) {
    Collection<MajorState> asked =
        states.isEmpty() ? EnumSet.allOf(MajorState.class) : EnumSet.copyOf(states);
    return majors.list(asked, page).map(MajorIncident::view);
  }

  /** The major incident that the incident belongs to, while both last. */
  public Optional<IncidentNumber> majorOf(IncidentNumber child) {
    return majors.openLink(child).map(link -> majors.get(link.majorIncidentId()).number());
  }

  /** The numbers of the incidents that are related to it; none where it is no major incident. */
  public List<IncidentNumber> relatedTo(IncidentNumber number) {
    return majors.find(number).map(majors::links).stream()
        .flatMap(List::stream)
        .map(RelatedIncidentLink::child)
        .toList();
  }

  /** How many incidents are related to each of these; one without any is left out. */
  public Map<String, Long> relatedCounts(Collection<String> numbers) {
    return majors.relatedCounts(numbers);
  }

  /** Everything about it. */
  public Optional<MajorDetails> details(IncidentNumber number) {
    return majors.find(number).map(this::details);
  }

  private MajorDetails details(MajorIncident major) {
    List<RelatedIncidentLink> links = majors.links(major);
    Map<String, List<ObligationView>> promised =
        obligations.of(
            Stream.concat(Stream.of(major.number()), links.stream().map(RelatedIncidentLink::child))
                .map(IncidentNumber::value)
                .toList());
    Map<IncidentNumber, IncidentView> children =
        incidents.of(links.stream().map(RelatedIncidentLink::child).toList());
    IncidentView incident = incidents.get(major.number());
    return new MajorDetails(
        major.view(),
        incident,
        promised.getOrDefault(incident.number(), List.of()),
        major.appointed() == null ? null : duty.presence(major.appointed(), clock.instant()),
        links.stream().map(link -> related(link, children, promised)).toList(),
        majors.updates(major).stream().map(MajorUpdate::view).toList(),
        majors.review(major).map(MajorReview::view).orElse(null),
        majors.actions(major).stream().map(MajorAction::view).toList());
  }

  private MajorDetails.Related related(
      RelatedIncidentLink link,
      Map<IncidentNumber, IncidentView> children,
      Map<String, List<ObligationView>> promised) {
    List<ObligationView> own = promised.getOrDefault(link.child().value(), List.of());
    Instant next =
        own.stream()
            .filter(obligation -> obligation.state() == ClockState.RUNNING)
            .map(ObligationView::dueAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new MajorDetails.Related(
        children.get(link.child()), own, next, link.linkedAt(), link.linkedBy());
  }
}
