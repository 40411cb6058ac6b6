package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.escalation.EscalationCards;
import dev.baton.escalation.EscalationSearch;
import dev.baton.incident.IncidentNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders the escalation that goes on for an incident, for who may answer and who may read. */
@Component
class EscalationPart {

  private final EscalationSearch escalations;
  private final EscalationCards cards;
  private final PageRenderer pages;

  EscalationPart(EscalationSearch escalations, EscalationCards cards, PageRenderer pages) {
    this.escalations = escalations;
    this.cards = cards;
    this.pages = pages;
  }

  /** A hidden part if there is none. */
  String of(IncidentNumber number, Map<String, Object> incident, Visitor visitor) {
    Map<String, Object> model = new HashMap<>(incident);
    model.put(
        "card",
        escalations
            .openOf(number)
            .map(open -> cards.of(List.of(open), visitor).get(0))
            .orElse(null));
    return pages.part("escalations", "ofIncident", visitor.locale(), model);
  }
}
