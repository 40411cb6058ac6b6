package dev.baton.intake.mail;

import dev.baton.incident.ContactKind;
import dev.baton.incident.IncidentNumber;
import dev.baton.intake.mail.IncomingMails.Result;
import dev.baton.intake.mail.IncomingMails.Stored;
import dev.baton.mail.Automation;
import dev.baton.mail.Bounce;
import dev.baton.mail.Mail;
import dev.baton.notification.delivery.OwnAddresses;
import dev.baton.notification.delivery.SentMailStatus;
import dev.baton.web.text.LocalizableText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Classifies a mail: our own mail returning, a bounce, a machine's mail, or a person's reply or
 * report. Mail from a machine is kept, but never opens, reopens or starts anything. The one
 * exception is a report from a known requester's machine, which is never answered.
 */
@Component
class ClassifyMail {

  private final MailThreads threads;
  private final ProcessedMessages taken;
  private final IncomingMails mails;
  private final SentMailStatus sent;
  private final OwnAddresses own;
  private final MailRateLimits caps;
  private final MailContacts contacts;
  private final MailReports reports;
  private final MailReplies replies;

  ClassifyMail(
      MailThreads threads,
      ProcessedMessages taken,
      IncomingMails mails,
      SentMailStatus sent,
      OwnAddresses own,
      MailRateLimits caps,
      MailContacts contacts,
      MailReports reports,
      MailReplies replies) {
    this.threads = threads;
    this.taken = taken;
    this.mails = mails;
    this.sent = sent;
    this.own = own;
    this.caps = caps;
    this.contacts = contacts;
    this.reports = reports;
    this.replies = replies;
  }

  /** Takes the mail in; after an exception, the caller tries again. */
  void sort(Stored stored, AuthenticatedMail received, byte[] raw, MailAssessment assessment) {
    Mail mail = received.mail();
    String key = key(received, raw);
    if (isTaken(received) || !taken.take(key, stored.id())) {
      mails.done(stored.id(), contacts.result(MailOutcome.DUPLICATE, received, null, null));
      return;
    }
    List<String> answered =
        MailThreads.named(mail).stream().map(MailHashes::ofMessageId).distinct().toList();
    if (mails.anyWaits(answered, stored.id())) {
      throw new OutOfTurn(stored.id());
    }
    Result result = result(stored, received, assessment);
    if (result.incident() != null) {
      taken.belongsTo(key, new IncidentNumber(result.incident()));
    }
    mails.done(stored.id(), result);
  }

  /** A mail from an unverified sender cannot keep another mail out by using its Message-ID. */
  private static String key(AuthenticatedMail mail, byte[] raw) {
    if (mail.messageId() == null) {
      return MailHashes.of(raw);
    }
    return mail.isVerified()
        ? MailHashes.ofMessageId(mail.messageId())
        : MailHashes.ofUnverified(mail.messageId());
  }

  private boolean isTaken(AuthenticatedMail mail) {
    return mail.messageId() != null && !mail.isVerified() && taken.has(mail.messageId());
  }

  private Result result(Stored stored, AuthenticatedMail received, MailAssessment assessment) {
    Mail mail = received.mail();
    if (mail.bounce() != null) {
      return bounced(received, mail.bounce());
    }
    if (isOurs(mail)) {
      return contacts.filed(received, MailOutcome.FILED);
    }
    if (mail.from() != null && caps.isReachedBy(sender(mail), received.isVerified())) {
      return tooMany(received);
    }
    MailThread thread = threads.of(mail);
    if (mail.automation() != Automation.NONE || !mail.loopMarks().isEmpty()) {
      return byMachine(stored, received, thread, assessment);
    }
    if (thread.isNone()) {
      return reports.take(stored, received, false, assessment);
    }
    return thread.isTrusted()
        ? replies.take(received, thread, assessment)
        : contacts.doubted(received, thread);
  }

  /** Belongs to the incident and the address; notifies no one and starts nothing. */
  private Result bounced(AuthenticatedMail mail, Bounce bounce) {
    if (bounce.originalMessageId() == null && !isOfARoadOfOurs(mail, bounce)) {
      return contacts.unsorted(mail, LocalizableText.of("triage.bounce"), null);
    }
    Optional<IncidentNumber> incident =
        sent.cameBack(bounce)
            .or(() -> Optional.ofNullable(bounce.originalMessageId()).flatMap(sent::incidentOf))
            .or(() -> Optional.ofNullable(bounce.originalMessageId()).flatMap(taken::incidentOf));
    return incident
        .map(number -> contacts.noted(mail, number, MailOutcome.BOUNCED))
        .orElseGet(() -> contacts.filed(mail, MailOutcome.BOUNCED));
  }

  /**
   * A report without one of our Message-IDs is only believed from our own or the recipient's mail
   * server.
   */
  private boolean isOfARoadOfOurs(AuthenticatedMail mail, Bounce bounce) {
    if (!mail.isVerified()) {
      return false;
    }
    String domain = domain(mail.from().email());
    return mail.to().stream()
            .filter(to -> own.isOurs(to.email()))
            .anyMatch(to -> domain(to.email()).equals(domain))
        || bounce.recipients().stream()
            .map(Bounce.FailedRecipient::address)
            .allMatch(address -> address != null && domain(address).equals(domain));
  }

  private static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private boolean isOurs(Mail mail) {
    return mail.loopMarks().stream().anyMatch(own::isOurMark)
        || (mail.from() != null && own.isOurs(mail.from().email()));
  }

  private Result byMachine(
      Stored stored, AuthenticatedMail mail, MailThread thread, MailAssessment assessment) {
    if (thread.isTrusted()) {
      return contacts.noted(
          mail, new IncidentNumber(thread.incident().number()), MailOutcome.NOTED);
    }
    if (!thread.isNone()) {
      return contacts.doubted(mail, thread);
    }
    if (!mail.mail().loopMarks().isEmpty()) {
      return contacts.unsorted(mail, LocalizableText.of("triage.other-desk"), null);
    }
    return switch (mail.mail().automation()) {
      case AUTO_REPLY -> contacts.filed(mail, MailOutcome.FILED);
      case AUTO_GENERATED, NONE -> reports.take(stored, mail, true, assessment);
      case BULK, MAIL_SYSTEM -> contacts.unsorted(mail, LocalizableText.of("triage.machine"), null);
    };
  }

  private Result tooMany(AuthenticatedMail mail) {
    String sender = sender(mail.mail());
    if (caps.isNews(sender)) {
      contacts.notice(
          LocalizableText.of("triage.too-many-from", caps.perSender(), sender),
          ContactKind.INFORMATION);
    }
    return contacts.filed(mail, MailOutcome.CAPPED);
  }

  private static String sender(Mail mail) {
    return MailText.address(mail.from().email().toLowerCase(Locale.ROOT));
  }

  /** The mail replies to one that is stored but not yet taken in. */
  static final class OutOfTurn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfTurn(long id) {
      super("Mail " + id + " answers one that is still to be taken in");
    }
  }
}
