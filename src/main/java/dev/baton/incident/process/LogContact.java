package dev.baton.incident.process;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.report.ContactSubmissions;
import dev.baton.incident.report.ReportIncident;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Takes over what an agent typed into "Log a contact": an incident, or a contact alone. A form that
 * was submitted twice is taken once.
 */
@Component
class LogContact implements ExecutionListener {

  private final ReportIncident reportIncident;
  private final ContactLog contactLog;
  private final ContactSubmissions submissions;

  LogContact(ReportIncident reportIncident, ContactLog contactLog, ContactSubmissions submissions) {
    this.reportIncident = reportIncident;
    this.contactLog = contactLog;
    this.submissions = submissions;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ContactKind kind = FormInput.choice(execution, "kind", ContactKind.class);
    if (kind == null) {
      throw new InvalidInput("kind", LocalizableText.of("refused.contact.kind"));
    }
    String token = FormInput.text(execution, IncidentVariables.FORM_TOKEN);
    submissions.claim(token);
    if (kind == ContactKind.INCIDENT) {
      IncidentNumber number =
          reportIncident.reportWithin(execution.getProcessInstanceId(), report(execution));
      submissions.remember(token, number);
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
        FormInput.text(form, "client"),
        FormInput.text(form, "requesterName"),
        FormInput.text(form, "requesterEmail"),
        FormInput.text(form, "requesterPhone"),
        FormInput.choice(form, "channel", Channel.class),
        FormInput.text(form, "subject"),
        FormInput.text(form, "description"),
        FormInput.choice(form, "impact", Level.class),
        FormInput.choice(form, "urgency", Level.class),
        FormInput.text(form, "category"),
        FormInput.text(form, "service"),
        FormInput.text(form, "toTeam"),
        null);
  }

  private static NewContact contact(VariableScope form, ContactKind kind) {
    String name = FormInput.text(form, "requesterName");
    String email = FormInput.text(form, "requesterEmail");
    String phone = FormInput.text(form, "requesterPhone");
    return new NewContact(
        null,
        kind,
        FormInput.text(form, "client"),
        Direction.IN,
        FormInput.choice(form, "channel", Channel.class),
        email != null ? email : name != null ? name : phone,
        FormInput.text(form, "subject"),
        FormInput.text(form, "description"),
        Visibility.INTERNAL);
  }
}
