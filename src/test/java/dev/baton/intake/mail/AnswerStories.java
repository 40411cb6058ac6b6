package dev.baton.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.TimelineEntry;
import dev.baton.incident.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;

abstract class AnswerStories extends MailStory {

  @Test
  void theReplyIsTheContactAndTheQuotationIsLeftToTheRawMail() {
    IncidentNumber number = claimed();

    Taken taken =
        receive(
            about(number)
                .text(
                    "Floor 3.\r\n\r\n"
                        + "On Mon, 2 Nov 2026 at 08:00, Desk <desk@baton.example> wrote:\r\n"
                        + "> Which floor?\r\n"));

    assertThat(lastContact(number).body()).isEqualTo("Floor 3.");
    assertThat(lastContact(number).visibility()).isEqualTo(Visibility.CLIENT);
    assertThat(new String(mails.rawOf(taken.contact()).orElseThrow(), UTF_8))
        .contains("Which floor?");
    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void anAnswerResumesAHeldIncident() {
    IncidentNumber number = held();

    receive(about(number).text("Thanks! Floor 3."));

    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void anAnswerReopensAResolvedIncident() {
    IncidentNumber number = resolved();

    Taken taken = receive(about(number).text("It burns again, and worse than before."));

    assertThat(taken.outcome()).isEqualTo("REPLIED");
    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThat(view(number).reopenings()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you!",
        "Perfect, works again. Thanks a lot",
        "Vielen Dank, läuft wieder.",
        "👍",
        "ok"
      })
  void mereThanksDoNotReopen(String words) {
    IncidentNumber number = resolved();

    Taken taken = receive(about(number).text(words));

    assertThat(taken.outcome()).isEqualTo("NOTED");
    assertThat(view(number).status()).isEqualTo(Status.RESOLVED);
    assertThat(lastContact(number).body()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks, but it still burns.",
        "Danke, geht aber leider nicht.",
        "Thanks. What was it?",
        "Thanks, please look at the second one as well"
      })
  void thanksWithMoreInThemReopen(String words) {
    IncidentNumber number = resolved();

    receive(about(number).text(words));

    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void anAnswerOnAClosedIncidentIsANewOneThatIsLinked() {
    IncidentNumber number = closed();

    Taken taken = receive(about(number).text("It burns again, and worse than before."));

    assertThat(taken.outcome()).isEqualTo("OPENED");
    IncidentView follower = view(new IncidentNumber(taken.incident()));
    assertThat(follower.number()).isNotEqualTo(number.value());
    assertThat(follower.client()).isEqualTo("acme");
    assertThat(
            timeline
                .of(new IncidentNumber(follower.number()), true, Pageable.ofSize(1_000))
                .getContent())
        .extracting(TimelineEntry::text)
        .contains("Follows up on %s, which is closed.".formatted(number));
    assertThat(timeline.of(number, true, Pageable.ofSize(1_000)).getContent())
        .extracting(TimelineEntry::text)
        .contains("Continued as %s.".formatted(follower.number()));
    assertThat(view(number).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void thanksForAClosedIncidentMakeNothingNew() {
    IncidentNumber number = closed();
    long before = incidentsInAll();

    receive(about(number).text("Thanks!"));

    assertThat(incidentsInAll()).isEqualTo(before);
    assertThat(lastContact(number).body()).isEqualTo("Thanks!");
  }

  @Test
  void anAnswerOnADuplicateGoesToWhereWorkGoesOn() {
    IncidentNumber original = held();
    IncidentNumber between = claimed();
    IncidentNumber duplicate = claimed();
    stage.as("ada", () -> desk.markDuplicate(between, original));
    stage.as("ada", () -> desk.markDuplicate(duplicate, between));
    jobs.runDue();

    Taken taken = receive(about(duplicate).text("Floor 3"));

    assertThat(taken.incident()).isEqualTo(original.value());
    assertThat(view(original).status()).isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void aCircleOfDuplicatesHasNoEndAndLosesNothing() {
    IncidentNumber one = claimed();
    IncidentNumber other = claimed();
    stage.as("ada", () -> desk.markDuplicate(one, other));
    jobs.runDue();
    transaction.executeWithoutResult(
        begun ->
            database.update(
                "update incident set duplicate_of = ? where number = ?",
                one.value(),
                other.value()));

    Taken taken = receive(about(one).text("It burns again, and worse than before."));

    assertThat(taken.outcome()).isEqualTo("OPENED");
  }

  private static MailDraft about(IncidentNumber number) {
    return MailDraft.mail().subject("Re: " + number);
  }
}
