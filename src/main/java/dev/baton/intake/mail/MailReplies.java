package dev.baton.intake.mail;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientDomains;
import dev.baton.incident.ContactKind;
import dev.baton.incident.FollowUps;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.journal.SenderNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.intake.mail.IncomingMails.Result;
import dev.baton.notification.Watchers;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import org.springframework.stereotype.Component;

/**
 * Takes in a person's reply on an incident. An open incident is informed; a resolved one is
 * reopened unless the reply only says thanks; for a closed one, a new incident continues it.
 */
@Component
class MailReplies {

  private final IncidentSearch incidents;
  private final FollowUps followUps;
  private final MailContacts contacts;
  private final MailReports reports;
  private final MailParticipants participants;
  private final MailRateLimits caps;
  private final ThanksOnlyRule thanks;
  private final Watchers watchers;
  private final StaffDirectory staff;
  private final ClientDirectory clients;
  private final ClientDomains domains;
  private final SenderNotes notes;

  MailReplies(
      IncidentSearch incidents,
      FollowUps followUps,
      MailContacts contacts,
      MailReports reports,
      MailParticipants participants,
      MailRateLimits caps,
      ThanksOnlyRule thanks,
      Watchers watchers,
      StaffDirectory staff,
      ClientDirectory clients,
      ClientDomains domains,
      SenderNotes notes) {
    this.clients = clients;
    this.domains = domains;
    this.notes = notes;
    this.incidents = incidents;
    this.followUps = followUps;
    this.contacts = contacts;
    this.reports = reports;
    this.participants = participants;
    this.caps = caps;
    this.thanks = thanks;
    this.watchers = watchers;
    this.staff = staff;
  }

  Result take(AuthenticatedMail mail, MailThread thread, MailAssessment assessment) {
    IncidentNumber meant = new IncidentNumber(thread.incident().number());
    IncidentView incident = incidents.get(followUps.original(meant));
    if (incident.clientId() != thread.incident().clientId()) {
      return contacts.unsorted(
          mail,
          LocalizableText.of("triage.other-client", meant),
          new IncidentNumber(incident.number()));
    }
    IncidentNumber number = new IncidentNumber(incident.number());
    if (caps.isReachedOn(incident, mail.isVerified())) {
      return tooMany(mail, number);
    }
    if (isOfTheDesk(mail, incident)) {
      return contacts.noted(mail, number, MailOutcome.NOTED);
    }
    if (!mail.isVerified()) {
      return contacts.unverified(mail, number);
    }
    Result result = taken(mail, incident, number, assessment);
    if (result.outcome() != MailOutcome.OPENED && result.incident() != null) {
      participants.add(incident, mail);
      letFollow(mail, incident);
    }
    return result;
  }

  /** Replies of our own people to notifications; the client must not see them as its own. */
  private boolean isOfTheDesk(AuthenticatedMail mail, IncidentView incident) {
    return mail.from() != null
        && staff.hasAddress(mail.from().email())
        && !mail.from().email().equalsIgnoreCase(incident.requester().email());
  }

  /**
   * A person who writes on another's incident becomes a watcher; people outside the client's
   * domains only do once an agent confirms them.
   */
  private void letFollow(AuthenticatedMail mail, IncidentView incident) {
    if (!MailReports.saysWho(mail)
        || mail.from().email().equalsIgnoreCase(incident.requester().email())) {
      return;
    }
    IncidentNumber number = new IncidentNumber(incident.number());
    String email = mail.from().email();
    if (domains.has(incident.clientId(), email)
        || clients.requester(incident.clientId(), email).isPresent()) {
      watchers.join(number, email, mail.from().name());
    } else if (watchers.propose(number, email, mail.from().name())) {
      notes.write(number, LocalizableText.of("entry.wants-to-follow", email));
    }
  }

  private Result taken(
      AuthenticatedMail mail,
      IncidentView incident,
      IncidentNumber number,
      MailAssessment assessment) {
    boolean isOver = incident.status().isFinal();
    if ((isOver || incident.status() == Status.RESOLVED) && isNoteOnly(mail)) {
      return contacts.thanked(mail, number);
    }
    if (!isOver) {
      return contacts.replied(mail, number);
    }
    if (!MailReports.saysWho(mail)) {
      return contacts.unsorted(mail, LocalizableText.of("triage.over", number), number);
    }
    Result opened = reports.open(mail, incident.client(), assessment);
    followUps.link(new IncidentNumber(opened.incident()), number);
    return opened;
  }

  private boolean isNoteOnly(AuthenticatedMail mail) {
    boolean hasFiles = mail.attachments().stream().anyMatch(file -> !file.isInline());
    ReplyPhrases answer = ReplyPhrases.of(mail.reply(), hasFiles);
    return thanks.isNoteOnly(answer.words(), answer.hasQuestion(), answer.phrases());
  }

  private Result tooMany(AuthenticatedMail mail, IncidentNumber number) {
    if (caps.isNews(number.value())) {
      contacts.notice(
          LocalizableText.of("triage.too-many-on", caps.perIncident(), number),
          ContactKind.INFORMATION);
    }
    return contacts.noted(mail, number, MailOutcome.CAPPED);
  }
}
