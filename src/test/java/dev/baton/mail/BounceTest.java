package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTest {

  private static Mail parse(String... lines) {
    return new MailParser().parse(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static Mail report(String fields) {
    return parse(
        "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>",
        "To: desk@baton.example",
        "Subject: Undelivered Mail Returned to Sender",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "This is the mail system.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example.org",
        "",
        fields,
        "--b",
        "Content-Type: message/rfc822",
        "",
        "From: desk@baton.example",
        "Message-ID: <ours@baton.example>",
        "",
        "words",
        "--b--");
  }

  @Test
  void aDeliveryReportNamesFailedRecipientsAndReasons() {
    Bounce bounce =
        report(
                "Final-Recipient: rfc822; jane@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n"
                    + "Diagnostic-Code: smtp; 550 5.1.1 <jane@example.org>: User unknown")
            .bounce();
    assertThat(bounce.originalMessageId()).isEqualTo("<ours@baton.example>");
    assertThat(bounce.isPermanent()).isTrue();
    assertThat(bounce.recipients())
        .containsExactly(
            new Bounce.FailedRecipient(
                "jane@example.org", "5.1.1", "550 5.1.1 <jane@example.org>: User unknown", true));
  }

  @Test
  void aFullMailboxIsNotPermanent() {
    Bounce bounce =
        report(
                "Final-Recipient: rfc822; jane@example.org\r\nAction: failed\r\nStatus: 5.2.2\r\n"
                    + "Diagnostic-Code: smtp; 552 5.2.2 Mailbox full")
            .bounce();
    assertThat(bounce.isPermanent()).isFalse();
  }

  @Test
  void aDelayIsABounceButNotPermanent() {
    Bounce bounce =
        report("Final-Recipient: rfc822; jane@example.org\r\nAction: delayed\r\nStatus: 4.4.1")
            .bounce();
    assertThat(bounce.recipients()).hasSize(1);
    assertThat(bounce.isPermanent()).isFalse();
  }

  @Test
  void aSuccessReportIsNotABounceAndIsNeverAnswered() {
    Mail mail =
        report("Final-Recipient: rfc822; jane@example.org\r\nAction: delivered\r\nStatus: 2.0.0");
    assertThat(mail.bounce()).isNull();
    assertThat(mail.automation()).isEqualTo(Automation.MAIL_SYSTEM);
  }

  @Test
  void oneReportMayNameSeveralRecipients() {
    Bounce bounce =
        report(
                "Final-Recipient: rfc822; a@example.org\r\n"
                    + "Action: failed\r\n"
                    + "Status: 5.1.1\r\n\r\n"
                    + "Final-Recipient: rfc822; b@example.org\r\n"
                    + "Action: delivered\r\n"
                    + "Status: 2.0.0\r\n"
                    + "\r\n"
                    + "Final-Recipient: rfc822; c@example.org\r\n"
                    + "Action: failed\r\n"
                    + "Status: 4.2.2")
            .bounce();
    assertThat(bounce.recipients())
        .extracting(Bounce.FailedRecipient::address)
        .containsExactly("a@example.org", "c@example.org");
  }

  @Test
  void readsTheFreeTextBouncesOfQmail() {
    Bounce bounce =
        parse(
                "From: MAILER-DAEMON@mx.example.org",
                "To: desk@baton.example",
                "Subject: failure notice",
                "",
                "Hi. This is the qmail-send program at mx.example.org.",
                "I'm afraid I wasn't able to deliver your message to the following addresses.",
                "",
                "<jane@example.org>:",
                "192.0.2.1 does not like recipient.",
                "Remote host said: 550 5.1.1 no such user",
                "",
                "--- Below this line is a copy of the message.",
                "",
                "Return-Path: <desk@baton.example>",
                "Message-ID: <ours@baton.example>")
            .bounce();
    assertThat(bounce.originalMessageId()).isEqualTo("<ours@baton.example>");
    assertThat(bounce.recipients()).hasSize(1);
    assertThat(bounce.recipients().get(0).address()).isEqualTo("jane@example.org");
    assertThat(bounce.recipients().get(0).status()).isEqualTo("5.1.1");
    assertThat(bounce.isPermanent()).isTrue();
  }

  @Test
  void takesFailedRecipientsFromTheirHeader() {
    Bounce bounce =
        parse(
                "From: Mail Delivery System <Mailer-Daemon@mx.example.org>",
                "X-Failed-Recipients: jane@example.org, joe@example.org",
                "Auto-Submitted: auto-replied",
                "Subject: Mail delivery failed: returning message to sender",
                "",
                "A message that you sent could not be delivered.")
            .bounce();
    assertThat(bounce.recipients())
        .extracting(Bounce.FailedRecipient::address)
        .containsExactly("jane@example.org", "joe@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unzustellbar: Drucker",
        "Undeliverable: printer",
        "Mail System Error - Returned Mail",
        "Delivery Status Notification (Failure)",
        "Non remis : imprimante",
        "No se puede entregar: impresora",
        "DELIVERY FAILURE: User not listed",
        "Warning: message 1abc delayed 24 hours",
        "Onbestelbaar: printer"
      })
  void recognisesBounceSubjectsInManyLanguages(String subject) {
    Mail mail =
        parse("From: postmaster@example.org", "Subject: " + subject, "", "jane@example.org");
    assertThat(mail.bounce()).isNotNull();
    assertThat(mail.mayBeAnswered()).isFalse();
  }

  @Test
  void aPersonsMailAboutAFailedDeliveryIsNotABounce() {
    Mail mail =
        parse(
            "From: Jane <jane@example.org>",
            "Subject: Mail delivery failed, please help",
            "",
            "My mail to joe@example.org could not be delivered: 550 5.1.1 user unknown.");
    assertThat(mail.bounce()).isNull();
    assertThat(mail.mayBeAnswered()).isTrue();
  }

  @Test
  void abuseComplaintsAndReadReceiptsAreNotBounces() {
    for (String kind : new String[] {"feedback-report", "disposition-notification"}) {
      Mail mail =
          parse(
              "From: postmaster@example.org",
              "Subject: Undeliverable? No.",
              "Content-Type: multipart/report; report-type=" + kind + "; boundary=b",
              "",
              "--b",
              "",
              "The message could not be ...",
              "--b",
              "Content-Type: message/" + kind,
              "",
              "Feedback-Type: abuse",
              "--b--");
      assertThat(mail.bounce()).isNull();
      assertThat(mail.mayBeAnswered()).isFalse();
    }
  }

  @Test
  void anOutOfOfficeNoteWithAnEmptyReturnPathIsNotABounce() {
    Mail mail =
        parse(
            "Return-Path: <>",
            "From: Jane <jane@example.org>",
            "Auto-Submitted: auto-replied",
            "Subject: Automatic reply: printer",
            "",
            "I cannot be reached until Monday. Messages will not be delivered to others.");
    assertThat(mail.bounce()).isNull();
    assertThat(mail.automation()).isEqualTo(Automation.AUTO_REPLY);
  }
}
