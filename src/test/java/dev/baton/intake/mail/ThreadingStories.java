package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Status;
import dev.baton.incident.Visibility;
import dev.baton.notification.Watchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ThreadingStories extends MailStory {

  @Autowired Watchers watchers;

  @Test
  void anAnswerToAMailOfOursFindsItsIncident() {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail().subject("Re: something else").answering(ours(number)).text("Floor 3"));

    assertThat(taken.outcome()).isEqualTo("REPLIED");
    assertThat(taken.incident()).isEqualTo(number.value());
    assertThat(lastContact(number).body()).isEqualTo("Floor 3");
    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void theNewestReferenceThatIsOursCountsWhereTheAnswerNamesNone() {
    IncidentNumber old = held();
    IncidentNumber young = held();

    Taken taken =
        receive(
            MailDraft.mail()
                .with("References", ours(old) + " " + ours(young) + " <x@acme.example>")
                .text("Floor 3"));

    assertThat(taken.incident()).isEqualTo(young.value());
  }

  @Test
  void aMessageIdThatSomebodyMadeUpIsNotOurs() {
    IncidentNumber number = held();
    String forged = ours(number).replaceFirst("\\.[0-9a-f]{4}", ".0000");

    Taken taken = receive(MailDraft.mail().from("eve@evil.example").answering(forged));

    assertThat(taken.outcome()).isEqualTo("TRIAGE");
    assertThat(waiting(taken.contact()).suggestedIncident()).isNull();
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @Test
  void whoHoldsOurMailAndIsUnknownMayAnswer() {
    IncidentNumber number = held();

    Taken taken = receive(MailDraft.mail().from("rita@home.example").answering(ours(number)));

    assertThat(taken.outcome()).isEqualTo("REPLIED");
  }

  @Test
  void whatSomebodyOfTheDeskAnswersStaysInside() {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail().from("ben@desk.example").answering(ours(number)).text("He is mad."));

    assertThat(taken.outcome()).isEqualTo("NOTED");
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @Test
  void anotherClientsRequesterToWhomItWasForwardedIsDoubted() {
    IncidentNumber number = held();
    stage.defaultReport().of("globex").by("bob@globex.example").routed();

    Taken taken = receive(MailDraft.mail().from("bob@globex.example").answering(ours(number)));

    assertThat(taken.outcome()).isEqualTo("TRIAGE");
    assertThat(waiting(taken.contact()).suggestedIncident()).isEqualTo(number.value());
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @Test
  void aColleagueWhoAnswersTheReportItselfFindsTheIncident() {
    MailDraft report = MailDraft.mail().with("Cc", "Karl <karl@acme.example>");
    IncidentNumber number = reported(report);

    Taken taken =
        receive(MailDraft.mail().from("karl@acme.example").answering(report.id()).text("Me too."));

    assertThat(taken.outcome()).isEqualTo("REPLIED");
    assertThat(taken.incident()).isEqualTo(number.value());
    assertThat(watchers.of(number)).as("who wrote hears").containsExactly("karl@acme.example");
  }

  @Test
  void aStrangerWhoNamesAnEarlierMailIsDoubted() {
    MailDraft report = MailDraft.mail();
    IncidentNumber number = reported(report);

    Taken taken = receive(MailDraft.mail().from("eve@evil.example").answering(report.id()));

    assertThat(taken.outcome()).isEqualTo("TRIAGE");
    assertThat(waiting(taken.contact()).suggestedIncident()).isEqualTo(number.value());
  }

  @Test
  void theNumberInTheSubjectIsBelievedOfThoseWhoTakePart() {
    IncidentNumber number = held();

    Taken taken =
        receive(
            MailDraft.mail()
                .subject("AW: [" + number.value().toLowerCase(java.util.Locale.ROOT) + "] floor"));

    assertThat(taken.outcome()).isEqualTo("REPLIED");
    assertThat(taken.incident()).isEqualTo(number.value());
  }

  @Test
  void theNumberInTheSubjectIsNotBelievedOfAnybodyElse() {
    IncidentNumber number = held();
    int before = contactsOn(number).size();

    Taken stranger =
        receive(MailDraft.mail().from("eve@evil.example").subject("Re: " + number.value()));
    Taken colleague =
        receive(MailDraft.mail().from("vera@acme.example").subject("Re: " + number.value()));

    assertThat(stranger.outcome()).isEqualTo("TRIAGE");
    assertThat(waiting(stranger.contact()).suggestedIncident()).isEqualTo(number.value());
    assertThat(colleague.outcome()).isEqualTo("TRIAGE");
    assertThat(contactsOn(number)).hasSize(before);
    assertThat(view(number).status()).isEqualTo(Status.ON_HOLD);
  }

  @Test
  void aNumberThatDoesNotExistIsNone() {
    assertThat(receive(MailDraft.mail().subject("INC-1999-000001")).outcome()).isEqualTo("OPENED");
  }
}
