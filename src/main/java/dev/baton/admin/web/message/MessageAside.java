package dev.baton.admin.web.message;

import dev.baton.admin.web.SettingsAside;
import dev.baton.client.ClientView;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.search.IncidentQueries;
import dev.baton.incident.search.IncidentSqlFilter;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What stands beside the texts of messages: placeholders and a preview. */
@Component
class MessageAside {

  private final IncidentQueries finder;
  private final IncidentSummaries incidents;

  MessageAside(IncidentQueries finder, IncidentSummaries incidents) {
    this.finder = finder;
    this.incidents = incidents;
  }

  SettingsAside ofEvent(Visitor visitor) {
    return aside(new IncidentSqlFilter(), true, visitor.locale());
  }

  /** Of a text in one language. */
  SettingsAside ofClient(ClientView client, Locale language, Visitor visitor) {
    return aside(new IncidentSqlFilter().where("i.client_id = ?", client.id()), false, language);
  }

  private SettingsAside aside(IncidentSqlFilter some, boolean hasLanguages, Locale language) {
    return new SettingsAside(
        "desk/admin-message",
        Map.of(
            "placeholders",
            MessageFields.placeholders(),
            "incident",
            newest(some),
            "hasLanguages",
            hasLanguages,
            "language",
            language.getLanguage()));
  }

  private String newest(IncidentSqlFilter some) {
    List<Long> first = finder.first(some.orderBy("i.id desc"), 1);
    return incidents.byId(first).values().stream()
        .findFirst()
        .map(IncidentSummary::number)
        .orElse("");
  }
}
