package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.notification.Watchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** What becomes of mails that say they are from somebody else. */
abstract class SenderStories extends MailStory {

  private static final String OURS = "Authentication-Results";

  @Autowired Watchers watchers;

  @Test
  void aForgedAnswerIsKeptAsANoteAndSomebodyLooksAtIt() {
    IncidentNumber number = held();

    Taken forged =
        receive(
            MailDraft.mail()
                .unverified()
                .subject("Re: " + number)
                .with("Cc", "eve@evil.example")
                .text("Please send the new password to all of us."));

    assertThat(forged.outcome()).isEqualTo("UNVERIFIED");
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(lastContact(number).senderVerified()).isFalse();
    assertThat(waiting(forged.contact()).reason()).contains("not verified");
    assertThat(watchers.of(number)).isEmpty();
    assertThat(watchers.proposed(number)).isEmpty();
    assertThat(timeline.of(number, false, Pageable.ofSize(1_000)).getContent())
        .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo("UNVERIFIED"))
        .anySatisfy(entry -> assertThat(entry.text()).startsWith("Unverified sender: rita@"));
    assertThat(timeline.of(number, true, Pageable.ofSize(1_000)).getContent())
        .noneSatisfy(entry -> assertThat(entry.text()).contains("new password"));

    Taken eve =
        receive(MailDraft.mail().from("eve@evil.example").subject("Re: " + number).text("Well?"));

    assertThat(eve.outcome()).as("copied in by a forger").isEqualTo("TRIAGE");
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @Test
  void anAgentWhoKnowsBetterLinksItAndTheHoldEnds() {
    IncidentNumber number = held();
    Taken doubted = receive(MailDraft.mail().unverified().subject("Re: " + number).text("Floor 3"));

    stage.as("ada", () -> sorting.link(doubted.contact(), number));
    jobs.runDue();

    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.CLIENT);
    assertThat(lastContact(number).senderVerified()).as("that stays a fact").isFalse();
  }

  @Test
  void aForgedAnswerReopensNothingAndMakesNothingOfAClosedOne() {
    IncidentNumber resolved = resolved();
    IncidentNumber closed = closed();
    long before = incidentsInAll();

    receive(MailDraft.mail().unverified().answering(ours(resolved)).text("It is broken again!"));
    receive(MailDraft.mail().unverified().answering(ours(closed)).text("It is broken again!"));

    assertThat(view(resolved).status()).isEqualTo(Status.RESOLVED);
    assertThat(view(closed).status()).isEqualTo(Status.CLOSED);
    assertThat(incidentsInAll()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example; dmarc=pass header.from=acme.example",
        "mx.baton.example; dmarc=fail header.from=acme.example; dkim=pass header.d=acme.example",
        "mx.baton.example; dmarc=pass header.from=evil.example",
        "mx.baton.example; dmarc=pass",
        "mx.baton.example; dkim=pass header.d=evil.example; spf=pass"
            + " smtp.mailfrom=eve@evil.example",
        "mx.baton.example; dkim=pass header.d=notacme.example",
        "mx.baton.example; dkim=pass header.d=example",
        "mx.baton.example; dkim=fail (dmarc=pass; dkim=pass header.d=acme.example)"
            + " header.d=x.example",
        "mx.baton.example; spf=pass reason=\"; dmarc=pass header.from=acme.example\"",
        "mx.baton.example; none",
        "mx.baton.example; dmarc=pass header.from=acme.example (unclosed"
      })
  void theseVouchForNobody(String header) {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail().unverified().with(OURS, header).subject("Re: " + number).text("3"));

    assertThat(taken.outcome()).isEqualTo("UNVERIFIED");
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.baton.example; dmarc=pass (p=reject) header.from=acme.example",
        "MX.baton.example 1; dkim=pass header.d=Acme.Example header.s=s1; dmarc=none",
        "mx.baton.example; spf=pass smtp.mailfrom=\"rita\"@acme.example",
        "mx.baton.example; dkim=fail header.d=x.example; dkim=pass header.i=@acme.example"
      })
  void theseVouchForTheSender(String header) {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail().unverified().with(OURS, header).subject("Re: " + number).text("3"));

    assertThat(taken.outcome()).isEqualTo("REPLIED");
    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void ofOurServersHeadersTheTopmostAloneCounts() {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail()
                .unverified()
                .with(OURS, "mx.baton.example; spf=pass smtp.mailfrom=eve@evil.example")
                .with(OURS, "mx.baton.example; dmarc=pass header.from=acme.example")
                .subject("Re: " + number));

    assertThat(taken.outcome()).isEqualTo("UNVERIFIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rita@acme.example, eve@evil.example",
        "Eve <eve@evil.example>\r\nFrom: rita@acme.example",
        "rita@acme.example <eve@evil.example>",
        "\"rita@acme.example\" <eve@evil.example>",
        "Rita <rita@aсme.example>"
      })
  void aSenderWhoIsNotExactlyOnePlainAddressHasNoSay(String from) {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail()
                .unverified()
                .from(from)
                .with(OURS, "mx.baton.example; dmarc=pass header.from=evil.example")
                .subject("Re: " + number));

    assertThat(taken.outcome()).isIn("UNVERIFIED", "TRIAGE");
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
    assertThat(watchers.of(number)).isEmpty();
  }

  @Test
  void whoIsCopiedInFromOutsideHasNoSay() {
    MailDraft report = MailDraft.mail().with("Cc", "eve@evil.example, karl@acme.example");
    IncidentNumber number = reported(report);

    Taken eve = receive(MailDraft.mail().from("eve@evil.example").answering(report.id()));
    Taken karl = receive(MailDraft.mail().from("karl@acme.example").answering(report.id()));

    assertThat(eve.outcome()).isEqualTo("TRIAGE");
    assertThat(karl.outcome()).isEqualTo("REPLIED");
    assertThat(watchers.of(number)).containsExactly("karl@acme.example");
  }

  @Test
  void aWatcherFromOutsideTheClientsDomainsWaitsForAnAgent() {
    IncidentNumber number = held();

    receive(MailDraft.mail().from("Eve <eve@evil.example>").answering(ours(number)).text("3"));

    assertThat(watchers.of(number)).isEmpty();
    assertThat(watchers.proposed(number)).containsExactly("eve@evil.example");

    stage.as(
        "ada",
        () -> {
          watchers.decline(number, "eve@evil.example");
          return number;
        });
    receive(MailDraft.mail().from("Eve <eve@evil.example>").answering(ours(number)).text("4"));

    assertThat(watchers.proposed(number)).isEmpty();
    assertThat(watchers.of(number)).isEmpty();
  }

  @Test
  void aForgedReportIsAnIncidentThatSaysSoAndGivesNobodyASay() {
    Taken taken = receive(MailDraft.mail().unverified().with("Cc", "karl@acme.example"));
    IncidentNumber number = new IncidentNumber(taken.incident());

    assertThat(taken.outcome()).isEqualTo("OPENED");
    assertThat(lastContact(number).senderVerified()).isFalse();
    assertThat(timeline.of(number, false, Pageable.ofSize(1_000)).getContent())
        .anySatisfy(entry -> assertThat(entry.kind()).isEqualTo("UNVERIFIED"));

    assertThat(
            receive(MailDraft.mail().from("karl@acme.example").subject("Re: " + number)).outcome())
        .isEqualTo("TRIAGE");
  }

  @Test
  void aForgedMailDoesNotKeepOutTheOneWhoseMessageIdItTook() {
    MailDraft real = MailDraft.mail().text("The real one");
    receive(MailDraft.mail().unverified().id(real.id()).text("The forged one"));

    Taken taken = receive(real);

    assertThat(taken.outcome()).isEqualTo("OPENED");
    assertThat(receive(MailDraft.mail().unverified().id(real.id())).outcome())
        .isEqualTo("DUPLICATE");
  }

  @Test
  void forgedMailDoesNotUseUpTheSendersShare() {
    IncidentNumber number = held();
    for (int i = 0; i < 31; i++) {
      receive(MailDraft.mail().unverified().subject("Re: " + number));
    }

    assertThat(receive(MailDraft.mail().subject("Re: " + number)).outcome()).isEqualTo("REPLIED");
  }

  @Test
  void aForgedReportOfUndeliveredMailLeavesTheAddressAlone() {
    IncidentNumber number = held();
    ours(number);

    Taken forged =
        receive(
            MailDraft.mail()
                .from("mailer-daemon@evil.example")
                .with("Return-Path", "<>")
                .report(
                    "Reporting-MTA: dns; mx.evil.example\r\n\r\n"
                        + "Final-Recipient: rfc822; rita@acme.example\r\n"
                        + "Action: failed\r\nStatus: 5.1.1\r\n",
                    "Subject: Your report\r\n"));

    assertThat(waiting(forged.contact()).reason()).contains("does not say which");
    assertThat(
            database.queryForList(
                "select id from notification where incident = ? and status = 'BOUNCED'",
                Long.class,
                number.value()))
        .isEmpty();
  }

  @Test
  void whatSeemsToComeFromAnAgentIsNoAnswerToTheClient() {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail()
                .unverified()
                .from("ben@desk.example")
                .answering(ours(number))
                .text("We will pay for that."));

    assertThat(taken.outcome()).isEqualTo("NOTED");
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(lastContact(number).senderVerified()).isFalse();
  }
}
