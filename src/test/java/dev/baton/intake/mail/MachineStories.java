package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.incident.report.TriageEntry;
import dev.baton.notification.delivery.SenderIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

abstract class MachineStories extends MailStory {

  @Autowired SenderIdentity deskMail;

  @Test
  void anAbsenceNoteIsANoteForTheDesk() {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail()
                .subject("Out of office: " + number)
                .with("Auto-Submitted", "auto-replied")
                .text("I am back on Monday."));

    assertThat(taken.outcome()).isEqualTo("NOTED");
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @Test
  void anAbsenceNoteThatNamesNoIncidentIsFiled() {
    long before = incidentsInAll();

    Taken taken = receive(MailDraft.mail().with("Auto-Submitted", "auto-replied"));

    assertThat(taken.outcome()).isEqualTo("FILED");
    assertThat(taken.contact()).isNotNull();
    assertThat(waiting(taken.contact())).isNull();
    assertThat(incidentsInAll()).isEqualTo(before);
  }

  @Test
  void aBounceBelongsToItsIncidentAndWakesNobody() {
    IncidentNumber number = resolved();
    long before = incidentsInAll();

    Taken taken = receive(bounceOf(ours(number), "rita@acme.example"));

    assertThat(taken.outcome()).isEqualTo("BOUNCED");
    assertThat(taken.incident()).isEqualTo(number.value());
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(view(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(incidentsInAll()).isEqualTo(before);
  }

  @Test
  void aBounceOfNobodysMailIsFiled() {
    long before = incidentsInAll();

    Taken taken = receive(bounceOf("<unknown@elsewhere.example>", "nobody@elsewhere.example"));

    assertThat(taken.outcome()).isEqualTo("BOUNCED");
    assertThat(taken.incident()).isNull();
    assertThat(waiting(taken.contact())).isNull();
    assertThat(incidentsInAll()).isEqualTo(before);
  }

  @Test
  void ourOwnMailThatComesBackIsFiled() {
    long before = incidentsInAll();

    Taken taken = receive(MailDraft.mail().from(deskMail.address()));

    assertThat(taken.outcome()).isEqualTo("FILED");
    assertThat(incidentsInAll()).isEqualTo(before);
  }

  @Test
  void aKnownRequestersMachineMayReport() {
    Taken taken =
        receive(
            MailDraft.mail().subject("Disk full on db1").with("Auto-Submitted", "auto-generated"));

    assertThat(taken.outcome()).isEqualTo("OPENED");
  }

  @Test
  void anUnknownMachineAnotherDeskAndAListAreSorted() {
    Taken machine =
        receive(
            MailDraft.mail()
                .from("robot@elsewhere.example")
                .with("Auto-Submitted", "auto-generated"));
    Taken desk =
        receive(
            MailDraft.mail().with("Auto-Submitted", "auto-generated").with("X-Baton-Loop", "b"));
    Taken list =
        receive(MailDraft.mail().with("List-Id", "<news.acme.example>").with("Precedence", "list"));

    assertThat(machine.outcome()).isEqualTo("TRIAGE");
    assertThat(desk.outcome()).isEqualTo("TRIAGE");
    assertThat(list.outcome()).isEqualTo("TRIAGE");
  }

  @Test
  void tooManyMailsOfOneAddressAreFiledAndTheDeskIsToldOnce() {
    String sender = "flood@elsewhere.example";
    for (int i = 0; i < 30; i++) {
      assertThat(receive(MailDraft.mail().from(sender)).outcome()).isEqualTo("TRIAGE");
    }

    assertThat(receive(MailDraft.mail().from(sender)).outcome()).isEqualTo("CAPPED");
    assertThat(receive(MailDraft.mail().from(sender)).outcome()).isEqualTo("CAPPED");

    assertThat(triage.waiting(PageRequest.of(0, 200)).stream().map(TriageEntry::reason))
        .filteredOn(reason -> reason.contains(sender))
        .hasSize(1);
  }

  private static MailDraft bounceOf(String messageId, String recipient) {
    return MailDraft.mail()
        .from("Mail Delivery System <mailer-daemon@mx.example>")
        .subject("Undelivered Mail Returned to Sender")
        .with("Return-Path", "<>")
        .report(
            "Reporting-MTA: dns; mx.example\r\n\r\n"
                + "Final-Recipient: rfc822; "
                + recipient
                + "\r\n"
                + "Action: failed\r\nStatus: 5.1.1\r\n"
                + "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n",
            "Message-ID: " + messageId + "\r\nSubject: Your report\r\n");
  }
}
