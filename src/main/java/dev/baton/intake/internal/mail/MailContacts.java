package dev.baton.intake.internal.mail;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactLog;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.NewContact;
import dev.baton.incident.Triage;
import dev.baton.incident.Visibility;
import dev.baton.intake.internal.mail.IncomingMails.Result;
import dev.baton.mail.Mail;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Puts mails in the contact log: on an incident, beside all incidents, or where they are sorted.
 */
@Component
class MailContacts {

  private final ContactLog contacts;
  private final Triage triage;
  private final MailFiles files;

  MailContacts(ContactLog contacts, Triage triage, MailFiles files) {
    this.contacts = contacts;
    this.triage = triage;
    this.files = files;
  }

  /** A client's answer on the incident; its flow is told. */
  Result replied(Mail mail, IncidentNumber incident) {
    ContactView contact =
        contacts.log(contact(mail, incident, ContactKind.INCIDENT, Visibility.CLIENT, true));
    return kept(MailOutcome.REPLIED, mail, incident, contact);
  }

  /** Thanks, for the client to see; nobody is told. */
  Result thanked(Mail mail, IncidentNumber incident) {
    ContactView contact =
        contacts.keep(contact(mail, incident, ContactKind.INFORMATION, Visibility.CLIENT, true));
    return kept(MailOutcome.NOTED, mail, incident, contact);
  }

  /** A note for the desk; nobody is told. */
  Result noted(Mail mail, IncidentNumber incident, MailOutcome outcome) {
    ContactView contact =
        contacts.keep(contact(mail, incident, ContactKind.INFORMATION, Visibility.INTERNAL, false));
    return kept(outcome, mail, incident, contact);
  }

  /** In the log, beside all incidents. */
  Result filed(Mail mail, MailOutcome outcome) {
    ContactView contact =
        contacts.keep(contact(mail, null, ContactKind.INFORMATION, Visibility.INTERNAL, false));
    return kept(outcome, mail, null, contact);
  }

  /** Where somebody sorts it. */
  Result unsorted(Mail mail, String why, IncidentNumber suggested) {
    ContactView contact = unlinked(mail);
    triage.add(contact.id(), why, suggested);
    return result(MailOutcome.TRIAGE, mail, null, contact.id());
  }

  /** It names an incident, but who wrote it may not be who he says. */
  Result doubted(Mail mail, MailThread thread) {
    return unsorted(
        mail,
        thread.why() + " The sender has no part in that incident.",
        new IncidentNumber(thread.incident().number()));
  }

  /** A contact that an incident is made of. */
  ContactView unlinked(Mail mail) {
    ContactView contact =
        contacts.keep(contact(mail, null, ContactKind.INCIDENT, Visibility.CLIENT, false));
    files.keep(contact.id(), mail);
    return contact;
  }

  /** Something that the desk itself shall know. */
  void notice(String words, ContactKind kind) {
    ContactView contact =
        contacts.keep(
            new NewContact(
                null,
                kind,
                null,
                Direction.IN,
                Channel.EMAIL,
                "Baton",
                "Too many mails",
                words,
                Visibility.INTERNAL));
    triage.add(contact.id(), words, null);
  }

  private Result kept(
      MailOutcome outcome, Mail mail, IncidentNumber incident, ContactView contact) {
    files.keep(contact.id(), mail);
    return result(outcome, mail, incident, contact.id());
  }

  Result result(MailOutcome outcome, Mail mail, IncidentNumber incident, Long contact) {
    return new Result(
        outcome,
        mail.from() == null ? null : from(mail).toLowerCase(Locale.ROOT),
        MailText.subject(mail.subject()),
        incident == null ? null : incident.value(),
        contact);
  }

  private static NewContact contact(
      Mail mail,
      IncidentNumber incident,
      ContactKind kind,
      Visibility visibility,
      boolean replyAlone) {
    return new NewContact(
        incident,
        kind,
        null,
        Direction.IN,
        Channel.EMAIL,
        mail.from() == null ? null : from(mail),
        MailText.subject(mail.subject()),
        replyAlone ? MailText.body(mail.reply(), mail.text()) : MailText.body(mail.text()),
        visibility);
  }

  private static String from(Mail mail) {
    return MailText.address(mail.from().email());
  }
}
