package dev.baton.desk.web.call;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.report.ContactSubmissions;
import dev.baton.incident.report.ReportIncident;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Logs a call from "Log a call": as an incident, or as a contact alone; once for each form. */
@Component
class LogCall {

  private static final Set<ContactKind> KINDS =
      Set.of(ContactKind.INCIDENT, ContactKind.INFORMATION);

  private final ReportIncident incidents;
  private final ContactLog contacts;
  private final ContactSubmissions submissions;
  private final TransactionOperations transaction;

  LogCall(
      ReportIncident incidents,
      ContactLog contacts,
      ContactSubmissions submissions,
      TransactionOperations transaction) {
    this.incidents = incidents;
    this.contacts = contacts;
    this.submissions = submissions;
    this.transaction = transaction;
  }

  /**
   * @return the number of the incident, also for a form that was sent before; empty for a contact
   *     without one
   * @throws InvalidInput for the first field that cannot be accepted
   */
  Optional<IncidentNumber> log(CallForm form) {
    if (form.kind() == null || !KINDS.contains(form.kind())) {
      throw new InvalidInput("kind", LocalizableText.of("refused.call.kind"));
    }
    try {
      if (form.isIncident()) {
        String number = incidents.report(report(form), form.formToken()).number();
        return Optional.of(new IncidentNumber(number));
      }
      transaction.executeWithoutResult(
          status -> {
            submissions.claim(form.formToken());
            contacts.log(contact(form));
          });
      return Optional.empty();
    } catch (ContactSubmissions.AlreadyLogged again) {
      return again.incident();
    }
  }

  private static IncidentReport report(CallForm form) {
    return new IncidentReport(
        form.client(),
        form.requesterName(),
        form.requesterEmail(),
        form.requesterPhone(),
        channel(form),
        form.subject(),
        form.description(),
        form.impact(),
        form.urgency(),
        form.category(),
        form.service(),
        form.toTeam(),
        null);
  }

  private static NewContact contact(CallForm form) {
    return new NewContact(
        null,
        form.kind(),
        form.client(),
        Direction.IN,
        channel(form),
        Stream.of(form.requesterEmail(), form.requesterName(), form.requesterPhone())
            .filter(text -> !CallForm.isEmpty(text))
            .findFirst()
            .orElse(null),
        form.subject(),
        form.said(),
        Visibility.INTERNAL);
  }

  private static Channel channel(CallForm form) {
    return form.channel() == null ? Channel.PHONE : form.channel();
  }
}
