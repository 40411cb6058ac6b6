package dev.baton.admin.web.setup;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.report.ContactSubmissions;
import dev.baton.incident.report.ReportIncident;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reports an incident in the visitor's own name, so that none of the client's people is told. */
@Component
class TestIncident {

  private final ReportIncident incidents;
  private final StaffDirectory staff;
  private final PageRenderer pages;

  TestIncident(ReportIncident incidents, StaffDirectory staff, PageRenderer pages) {
    this.incidents = incidents;
    this.staff = staff;
    this.pages = pages;
  }

  /**
   * @param client code
   * @param once a form that is sent twice reports one incident
   * @return its number
   * @throws InvalidInput if the client is unknown
   */
  String report(String client, String once, Visitor visitor) {
    if (client.isBlank()) {
      throw new InvalidInput("client", LocalizableText.of("refused.fieldRequired"));
    }
    String login = visitor.caller().login();
    Optional<AgentView> agent = staff.agent(login);
    IncidentReport report =
        new IncidentReport(
            client,
            agent.map(AgentView::name).orElse(login),
            agent.map(AgentView::email).orElse(null),
            null,
            Channel.WEB,
            pages.words("admin.setup.incident.subject", visitor.locale()),
            pages.words("admin.setup.incident.description", visitor.locale()),
            Level.LOW,
            Level.LOW,
            null,
            null,
            null,
            null);
    try {
      return incidents.report(report, once).number();
    } catch (ContactSubmissions.AlreadyLogged again) {
      return again.incident().orElseThrow().value();
    }
  }
}
