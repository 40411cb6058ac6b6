package dev.baton.intake.mail;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.incident.journal.SenderNotes;
import dev.baton.incident.report.Triage;
import dev.baton.intake.mail.IncomingMails.Result;
import dev.baton.mail.Mail;
import dev.baton.mail.SenderAuthentication;
import dev.baton.web.text.LocalizableText;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Adds mails to the contact log: on an incident, without an incident, or for triage. */
@Component
class MailContacts {

  private final ContactLog contacts;
  private final Triage triage;
  private final BlockedSenders blocked;
  private final SenderNotes notes;
  private final MailFiles files;
  private final MessageSource messages;

  MailContacts(
      ContactLog contacts,
      Triage triage,
      BlockedSenders blocked,
      SenderNotes notes,
      MailFiles files,
      MessageSource messages) {
    this.messages = messages;
    this.notes = notes;
    this.contacts = contacts;
    this.triage = triage;
    this.blocked = blocked;
    this.files = files;
  }

  /** A client's reply on the incident; its flow is informed. */
  Result replied(AuthenticatedMail mail, IncidentNumber incident) {
    ContactView contact =
        contacts.log(contact(mail, incident, ContactKind.INCIDENT, Visibility.CLIENT, true));
    return kept(MailOutcome.REPLIED, mail, incident, contact);
  }

  /** Thanks, visible to the client; notifies no one. */
  Result thanked(AuthenticatedMail mail, IncidentNumber incident) {
    ContactView contact =
        contacts.keep(contact(mail, incident, ContactKind.INFORMATION, Visibility.CLIENT, true));
    return kept(MailOutcome.NOTED, mail, incident, contact);
  }

  /** An internal note; notifies no one. */
  Result noted(AuthenticatedMail mail, IncidentNumber incident, MailOutcome outcome) {
    ContactView contact =
        contacts.keep(contact(mail, incident, ContactKind.INFORMATION, Visibility.INTERNAL, false));
    return kept(outcome, mail, incident, contact);
  }

  /** In the log, without an incident. */
  Result filed(AuthenticatedMail mail, MailOutcome outcome) {
    ContactView contact =
        contacts.keep(contact(mail, null, ContactKind.INFORMATION, Visibility.INTERNAL, false));
    return kept(outcome, mail, null, contact);
  }

  /**
   * A reply from an unverified sender: an internal note until someone confirms it as the client's.
   */
  Result unverified(AuthenticatedMail mail, IncidentNumber incident) {
    ContactView contact =
        contacts.keep(contact(mail, incident, ContactKind.INCIDENT, Visibility.INTERNAL, true));
    noteUnverified(mail, incident);
    triage.add(
        contact.id(),
        LocalizableText.of("triage.unverified-reply", incident, doubt(mail)),
        incident);
    return kept(MailOutcome.UNVERIFIED, mail, incident, contact);
  }

  /** For the journal. */
  void noteUnverified(AuthenticatedMail mail, IncidentNumber incident) {
    notes.write(incident, unverified(mail));
  }

  private static LocalizableText unverified(AuthenticatedMail mail) {
    return mail.from() == null
        ? LocalizableText.of("entry.unverified-nobody", doubt(mail))
        : LocalizableText.of("entry.unverified", from(mail), doubt(mail));
  }

  /** Why the sender is not verified. */
  static LocalizableText doubt(AuthenticatedMail mail) {
    SenderAuthentication sender = mail.sender();
    return LocalizableText.of(
        "entry.doubt." + sender.doubt().name(), Objects.toString(sender.domain(), ""));
  }

  /** Where agents sort it, unless it names no incident and its sender is blocked. */
  Result unsorted(AuthenticatedMail mail, LocalizableText why, IncidentNumber suggested) {
    if (suggested == null && mail.from() != null && blocked.has(from(mail))) {
      return filed(mail, MailOutcome.FILED);
    }
    ContactView contact = unlinked(mail);
    triage.add(contact.id(), why, suggested);
    return result(MailOutcome.TRIAGE, mail, null, contact.id());
  }

  /** It names an incident, but its sender is not verified. */
  Result doubted(AuthenticatedMail mail, MailThread thread) {
    return unsorted(
        mail,
        mail.isVerified()
            ? LocalizableText.of("triage.no-part", thread.why())
            : LocalizableText.of("triage.no-part-unverified", thread.why(), doubt(mail)),
        new IncidentNumber(thread.incident().number()));
  }

  /** A contact from which an incident is created. */
  ContactView unlinked(AuthenticatedMail mail) {
    ContactView contact =
        contacts.keep(contact(mail, null, ContactKind.INCIDENT, Visibility.CLIENT, false));
    files.keep(contact.id(), mail.mail());
    return contact;
  }

  /** A notice for the desk itself. */
  void notice(LocalizableText text, ContactKind kind) {
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
                messages.getMessage(text, Locale.ENGLISH),
                Visibility.INTERNAL));
    triage.add(contact.id(), text, null);
  }

  private Result kept(
      MailOutcome outcome, AuthenticatedMail mail, IncidentNumber incident, ContactView contact) {
    files.keep(contact.id(), mail.mail());
    return result(outcome, mail, incident, contact.id());
  }

  Result result(
      MailOutcome outcome, AuthenticatedMail mail, IncidentNumber incident, Long contact) {
    return new Result(
        outcome,
        mail.from() == null ? null : from(mail).toLowerCase(Locale.ROOT),
        MailText.subject(mail.subject()),
        incident == null ? null : incident.value(),
        contact,
        mail.isVerified(),
        contact != null && !hasAllOf(mail.mail()));
  }

  /** Whether a contact has the text and the files of the mail, and hands all of them out. */
  private boolean hasAllOf(Mail mail) {
    return files.keepsAllOf(mail) && MailText.keepsAllOf(mail.text());
  }

  private static NewContact contact(
      AuthenticatedMail mail,
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
        visibility,
        mail.isVerified());
  }

  private static String from(AuthenticatedMail mail) {
    return MailText.address(mail.from().email());
  }
}
