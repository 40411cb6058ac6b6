package dev.baton.incident.process;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactLog;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.InvalidInput;
import dev.baton.incident.Level;
import dev.baton.incident.NewContact;
import dev.baton.incident.ReportIncident;
import dev.baton.incident.Visibility;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** Takes over what an agent typed into "Log a contact": an incident, or a contact alone. */
@Component
class LogContact implements ExecutionListener {

  private final ReportIncident reportIncident;
  private final ContactLog contactLog;

  LogContact(ReportIncident reportIncident, ContactLog contactLog) {
    this.reportIncident = reportIncident;
    this.contactLog = contactLog;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ContactKind kind = Input.choice(execution, "kind", ContactKind.class);
    if (kind == null) {
      throw new InvalidInput("kind", "Say what the contact is about.");
    }
    if (kind == ContactKind.INCIDENT) {
      IncidentNumber number =
          reportIncident.reportWithin(execution.getProcessInstanceId(), report(execution));
      execution.setProcessBusinessKey(number.value());
      execution.setVariable(IncidentVariables.INCIDENT_NUMBER, number.value());
    } else {
      contactLog.log(contact(execution, kind));
      execution.setVariable(IncidentVariables.INCIDENT_NUMBER, null);
    }
    IncidentVariables.START_FORM.forEach(execution::removeVariable);
  }

  private static IncidentReport report(VariableScope form) {
    return new IncidentReport(
        Input.text(form, "client"),
        Input.text(form, "requesterName"),
        Input.text(form, "requesterEmail"),
        Input.text(form, "requesterPhone"),
        Input.choice(form, "channel", Channel.class),
        Input.text(form, "subject"),
        Input.text(form, "description"),
        Input.choice(form, "impact", Level.class),
        Input.choice(form, "urgency", Level.class),
        Input.text(form, "category"),
        Input.text(form, "service"),
        Input.text(form, "toTeam"),
        null);
  }

  private static NewContact contact(VariableScope form, ContactKind kind) {
    String name = Input.text(form, "requesterName");
    String email = Input.text(form, "requesterEmail");
    String phone = Input.text(form, "requesterPhone");
    return new NewContact(
        null,
        kind,
        Input.text(form, "client"),
        Direction.IN,
        Input.choice(form, "channel", Channel.class),
        email != null ? email : name != null ? name : phone,
        Input.text(form, "subject"),
        Input.text(form, "description"),
        Visibility.INTERNAL);
  }
}
