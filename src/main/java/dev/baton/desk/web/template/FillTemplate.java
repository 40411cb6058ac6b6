package dev.baton.desk.web.template;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.ServiceView;
import dev.baton.desk.template.TemplatePlaceholder;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Replaces the placeholders of a template by what the incident says, for the client to read. */
@Component
public class FillTemplate {

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Obligations obligations;
  private final PageRenderer pages;

  FillTemplate(
      ClientDirectory clients, StaffDirectory staff, Obligations obligations, PageRenderer pages) {
    this.clients = clients;
    this.staff = staff;
    this.obligations = obligations;
    this.pages = pages;
  }

  /**
   * A text to be edited and sent.
   *
   * @param missing labels of the placeholders without a value; the text has them in brackets
   */
  public record FilledText(String text, List<String> missing) {}

  /** The language that the incident's requester reads. */
  public Locale languageOf(IncidentView incident) {
    return language(clients.client(incident.clientId()));
  }

  private static Locale language(ClientView client) {
    return client.language().getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
  }

  /**
   * @param incident one that the visitor may see
   * @param language of the text
   */
  public FilledText fill(String text, Locale language, IncidentView incident, Visitor visitor) {
    ClientView client = clients.client(incident.clientId());
    List<String> missing = new ArrayList<>();
    String filled =
        TemplatePlaceholder.fill(
            text,
            placeholder -> {
              String value = value(placeholder, language, incident, client, visitor);
              if (value != null && !value.isBlank()) {
                return value;
              }
              String label = pages.name("placeholder", placeholder, visitor.locale());
              missing.add(label);
              return "[" + label + "]";
            });
    return new FilledText(filled, missing.stream().distinct().toList());
  }

  private String value(
      TemplatePlaceholder placeholder,
      Locale language,
      IncidentView incident,
      ClientView client,
      Visitor visitor) {
    return switch (placeholder) {
      case NUMBER -> incident.number();
      case SUBJECT -> incident.subject();
      case REQUESTER -> incident.requester() == null ? null : incident.requester().name();
      case CLIENT -> client.name();
      case SERVICE ->
          incident.service() == null
              ? null
              : clients
                  .service(client.id(), incident.service())
                  .map(ServiceView::name)
                  .orElse(incident.service());
      case STATUS -> pages.name("status", incident.status(), language);
      case PRIORITY -> incident.priority() == null ? null : incident.priority().name();
      case OPENED -> time(incident.openedAt(), language, client);
      case DUE -> due(incident, ObligationKind.RESOLUTION, language, client);
      case UPDATE -> due(incident, ObligationKind.UPDATE, language, client);
      case TEAM ->
          incident.team() == null
              ? null
              : staff.team(incident.team()).map(TeamView::name).orElse(incident.team());
      case AGENT -> staff.agent(visitor.caller().login()).map(AgentView::name).orElse(null);
    };
  }

  private String due(
      IncidentView incident, ObligationKind kind, Locale language, ClientView client) {
    return obligations.of(new IncidentNumber(incident.number())).stream()
        .filter(promise -> promise.kind() == kind && promise.metAt() == null)
        .map(ObligationView::dueAt)
        .filter(Objects::nonNull)
        .findFirst()
        .map(at -> time(at, language, client))
        .orElse(null);
  }

  /** Such as "Tuesday 1 December 2026, 14:00 GMT". */
  private static String time(Instant at, Locale language, ClientView client) {
    String pattern =
        language.getLanguage().equals("de")
            ? "EEEE, d. MMMM uuuu, HH:mm 'Uhr' (zzz)"
            : "EEEE d MMMM uuuu, HH:mm (zzz)";
    return DateTimeFormatter.ofPattern(pattern, language).withZone(client.zone()).format(at);
  }
}
