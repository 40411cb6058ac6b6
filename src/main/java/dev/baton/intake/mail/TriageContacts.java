package dev.baton.intake.mail;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactView;
import dev.baton.incident.Dismissal;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Status;
import dev.baton.incident.report.Triage;
import dev.baton.incident.search.IncidentSearch;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents do with contacts in triage; later replies are then matched automatically. */
@Service
@Transactional
public class TriageContacts {

  private final Triage triage;
  private final IncidentSearch incidents;
  private final IncomingMails mails;
  private final MailParticipants participants;
  private final ThanksOnlyRule thanks;
  private final BlockedSenders blocked;

  TriageContacts(
      Triage triage,
      IncidentSearch incidents,
      IncomingMails mails,
      MailParticipants participants,
      ThanksOnlyRule thanks,
      BlockedSenders blocked) {
    this.triage = triage;
    this.incidents = incidents;
    this.mails = mails;
    this.participants = participants;
    this.thanks = thanks;
    this.blocked = blocked;
  }

  /** What an incident needs besides the text; null values are taken from the contact. */
  public record Opening(
      String client,
      String requesterName,
      String requesterEmail,
      String subject,
      Level impact,
      Level urgency,
      String category,
      String service) {}

  /** Adds the contact to this incident; its flow is informed as of any reply. */
  public ContactView link(long contactId, IncidentNumber number) {
    ContactView contact = triage.get(contactId);
    IncidentView incident = incidents.get(number);
    boolean tells = incident.status() != Status.RESOLVED || !isNoteOnly(contact);
    ContactView linked = triage.link(contactId, number, tells);
    belongsTo(contactId, number);
    return linked;
  }

  /** Creates an incident from the contact. */
  public IncidentView open(long contactId, Opening opening) {
    ContactView contact = triage.get(contactId);
    boolean isAddress = contact.from() != null && contact.from().contains("@");
    IncidentReport report =
        new IncidentReport(
            opening.client(),
            opening.requesterName(),
            opening.requesterEmail() == null && isAddress && opening.requesterName() == null
                ? contact.from()
                : opening.requesterEmail(),
            null,
            Channel.EMAIL,
            opening.subject() == null ? MailText.subject(contact.subject()) : opening.subject(),
            contact.body(),
            opening.impact() == null ? MailAssessment.DEFAULT.impact() : opening.impact(),
            opening.urgency() == null ? MailAssessment.DEFAULT.urgency() : opening.urgency(),
            opening.category(),
            opening.service(),
            null,
            null);
    IncidentView incident = triage.open(contactId, report);
    belongsTo(contactId, new IncidentNumber(incident.number()));
    return incident;
  }

  /**
   * Leaves the contact without an incident.
   *
   * @param reason null if nobody says why
   * @param note what else there is to say; null for nothing
   */
  public void dismiss(long contactId, Dismissal reason, String note) {
    triage.dismiss(contactId, reason, note);
  }

  /** The same, and later mails of its sender are dismissed by themselves. */
  public void dismissAndBlock(long contactId, Dismissal reason, String note) {
    triage.dismiss(contactId, reason, note);
    blocked.block(contactId);
  }

  private void belongsTo(long contactId, IncidentNumber number) {
    mails.belongsTo(contactId, number.value());
    Optional<String> sender = mails.senderOf(contactId);
    sender.ifPresent(email -> participants.add(number, email));
  }

  private boolean isNoteOnly(ContactView contact) {
    ReplyPhrases words = ReplyPhrases.of(contact.body() == null ? "" : contact.body(), false);
    return thanks.isNoteOnly(words.words(), words.hasQuestion(), words.phrases());
  }
}
