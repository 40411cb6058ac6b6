package dev.baton.intake.mail;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientDomains;
import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.report.ReportIncident;
import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.intake.mail.IncomingMails.Result;
import dev.baton.intake.mail.IncomingMails.Stored;
import dev.baton.notification.SilentAddresses;
import dev.baton.web.text.LocalizableText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Creates an incident from a mail if its sender or mailbox identifies the client; otherwise the
 * mail goes to triage.
 */
@Component
class MailReports {

  private static final String EMAIL = "[^\\s@<>]+@[^\\s@<>]+";
  private static final int LONGEST_ADDRESS = 320;
  private static final int LONGEST_NAME = 200;

  private final Mailboxes mailboxes;
  private final ClientDirectory clients;
  private final ReportIncident reports;
  private final MailContacts contacts;
  private final MailParticipants participants;
  private final SilentAddresses silences;
  private final ClientDomains domains;

  MailReports(
      Mailboxes mailboxes,
      ClientDirectory clients,
      ReportIncident reports,
      MailContacts contacts,
      MailParticipants participants,
      SilentAddresses silences,
      ClientDomains domains) {
    this.domains = domains;
    this.mailboxes = mailboxes;
    this.clients = clients;
    this.reports = reports;
    this.contacts = contacts;
    this.participants = participants;
    this.silences = silences;
  }

  /**
   * @param byMachine whether a machine wrote it: only a known requester's machine can report, and
   *     it gets no answer
   */
  Result take(Stored stored, AuthenticatedMail mail, boolean byMachine, MailAssessment assessment) {
    if (!saysWho(mail)) {
      return contacts.unsorted(mail, LocalizableText.of("triage.no-sender"), null);
    }
    List<RequesterView> known = clients.requestersWith(mail.from().email());
    Optional<ClientView> client = clientOf(stored, known);
    if (client.isEmpty() || (byMachine && known.isEmpty())) {
      return contacts.unsorted(mail, why(known, byMachine), null);
    }
    if (known.isEmpty() && !mayBeRegistered(mail, client.get())) {
      return contacts.unsorted(
          mail,
          mail.isVerified()
              ? LocalizableText.of("triage.outside-domains")
              : LocalizableText.of("triage.unknown-unverified", MailContacts.doubt(mail)),
          null);
    }
    Result opened = open(mail, client.get().code(), assessment);
    if (byMachine) {
      silences.keepSilent(
          new IncidentNumber(opened.incident()),
          mail.from().email(),
          "A machine reported it by mail.");
    }
    return opened;
  }

  /** Creates an incident for the client; registers the sender if unknown there. */
  Result open(AuthenticatedMail mail, String client, MailAssessment assessment) {
    ContactView contact = contacts.unlinked(mail);
    String name = mail.from().name();
    IncidentReport report =
        new IncidentReport(
            client,
            name == null || name.isBlank() || name.length() > LONGEST_NAME ? null : name,
            mail.from().email(),
            null,
            Channel.EMAIL,
            MailText.subject(mail.subject()),
            MailText.body(mail.text()),
            assessment.impact(),
            assessment.urgency(),
            assessment.category(),
            null,
            null,
            null);
    IncidentView incident = reports.report(report, contact.id());
    IncidentNumber number = new IncidentNumber(incident.number());
    participants.add(incident, mail);
    if (!mail.isVerified()) {
      contacts.noteUnverified(mail, number);
    }
    return contacts.result(MailOutcome.OPENED, mail, number, contact.id());
  }

  private Optional<ClientView> clientOf(Stored stored, List<RequesterView> known) {
    if (known.size() == 1) {
      return Optional.of(clients.client(known.get(0).clientId()));
    }
    return boxClient(stored)
        .filter(
            box ->
                known.isEmpty()
                    || known.stream().anyMatch(person -> person.clientId() == box.id()));
  }

  /** Anyone can write to a client's own mailbox, but only the client's people become requesters. */
  private boolean mayBeRegistered(AuthenticatedMail mail, ClientView client) {
    return mail.isVerified()
        && (domains.areUnknown(client.id()) || domains.has(client.id(), mail.from().email()));
  }

  private Optional<ClientView> boxClient(Stored stored) {
    return mailboxes.all().stream()
        .filter(box -> box.name().equals(stored.box()) && box.client() != null)
        .map(MailboxSettings::client)
        .findFirst()
        .flatMap(clients::find);
  }

  static boolean saysWho(AuthenticatedMail mail) {
    return mail.from() != null
        && mail.from().email().length() <= LONGEST_ADDRESS
        && mail.from().email().matches(EMAIL);
  }

  private static LocalizableText why(List<RequesterView> known, boolean byMachine) {
    if (!known.isEmpty()) {
      return LocalizableText.of("triage.several-clients");
    }
    return byMachine
        ? LocalizableText.of("triage.unknown-machine")
        : LocalizableText.of("triage.unknown");
  }
}
