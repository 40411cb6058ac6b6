package dev.baton.desk.web.api;

import dev.baton.access.AccessControl;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/**
 * Adds their obligations to incidents, with one query per page, and leaves out what a client's
 * people may not see.
 */
@Component
class IncidentResponses {

  private final Obligations obligations;
  private final AccessControl rights;

  IncidentResponses(Obligations obligations, AccessControl rights) {
    this.obligations = obligations;
    this.rights = rights;
  }

  IncidentResponse of(IncidentView incident) {
    return shown(
        IncidentResponse.of(incident, obligations.of(new IncidentNumber(incident.number()))));
  }

  /** An incident that was just reported and has no obligations yet. */
  static IncidentResponse reported(IncidentView incident) {
    return IncidentResponse.of(incident, List.of());
  }

  Function<IncidentView, IncidentResponse> of(Page<IncidentView> page) {
    Map<String, List<ObligationView>> known =
        obligations.of(page.getContent().stream().map(IncidentView::number).toList());
    return incident ->
        shown(IncidentResponse.of(incident, known.getOrDefault(incident.number(), List.of())));
  }

  private IncidentResponse shown(IncidentResponse incident) {
    return rights.isOfTheDesk() ? incident : incident.forClient();
  }
}
