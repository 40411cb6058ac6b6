package dev.baton.desk.web.api;

import dev.baton.access.AccessControl;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/**
 * Adds their obligations and tags to incidents, with a query each per page, and leaves out what a
 * client's people may not see.
 */
@Component
class IncidentResponses {

  private final Obligations obligations;
  private final IncidentTags tags;
  private final AccessControl rights;

  IncidentResponses(Obligations obligations, IncidentTags tags, AccessControl rights) {
    this.tags = tags;
    this.obligations = obligations;
    this.rights = rights;
  }

  IncidentResponse of(IncidentView incident) {
    return shown(
        IncidentResponse.of(
            incident,
            obligations.of(new IncidentNumber(incident.number())),
            tags.of(new IncidentNumber(incident.number()))));
  }

  /** An incident that was just reported and has no obligations yet. */
  static IncidentResponse reported(IncidentView incident) {
    return IncidentResponse.of(incident, List.of(), List.of());
  }

  Function<IncidentView, IncidentResponse> of(Page<IncidentView> page) {
    List<String> numbers = page.getContent().stream().map(IncidentView::number).toList();
    Map<String, List<ObligationView>> known = obligations.of(numbers);
    Map<String, List<String>> tagged = rights.isOfTheDesk() ? tags.of(numbers) : Map.of();
    return incident ->
        shown(
            IncidentResponse.of(
                incident,
                known.getOrDefault(incident.number(), List.of()),
                tagged.getOrDefault(incident.number(), List.of())));
  }

  private IncidentResponse shown(IncidentResponse incident) {
    return rights.isOfTheDesk() ? incident : incident.forClient();
  }
}
