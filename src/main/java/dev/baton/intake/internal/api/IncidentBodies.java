package dev.baton.intake.internal.api;

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
 * Puts the obligations of incidents beside them, for a page with one question; and leaves out what
 * is not for a client's people.
 */
@Component
class IncidentBodies {

  private final Obligations obligations;
  private final ApiRights rights;

  IncidentBodies(Obligations obligations, ApiRights rights) {
    this.obligations = obligations;
    this.rights = rights;
  }

  IncidentBody of(IncidentView incident) {
    return shown(IncidentBody.of(incident, obligations.of(new IncidentNumber(incident.number()))));
  }

  /** An incident that was reported just now: nothing is agreed yet. */
  static IncidentBody reported(IncidentView incident) {
    return IncidentBody.of(incident, List.of());
  }

  Function<IncidentView, IncidentBody> of(Page<IncidentView> page) {
    Map<String, List<ObligationView>> known =
        obligations.of(page.getContent().stream().map(IncidentView::number).toList());
    return incident ->
        shown(IncidentBody.of(incident, known.getOrDefault(incident.number(), List.of())));
  }

  private IncidentBody shown(IncidentBody incident) {
    return rights.isOfTheDesk() ? incident : incident.forClient();
  }
}
