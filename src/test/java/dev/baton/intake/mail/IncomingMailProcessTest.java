package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.Channel;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.Status;
import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The flow of one mail, from its row to where it belongs or to somebody who looks at it. */
@FlowStories
class IncomingMailProcessTest {

  /** How a mail is taken in, and what becomes of one that cannot be. */
  @Nested
  @PassesEveryStepOf("incoming-mail")
  class TakingIn extends MailStory {

    @Test
    void aMailOfAKnownRequesterIsANewIncident() {
      Taken taken = receive(MailDraft.mail().subject("No network").text("Since nine.\r\n\r\nRita"));

      IncidentNumber number = new IncidentNumber(taken.incident());
      assertThat(taken.outcome()).isEqualTo("OPENED");
      assertThat(view(number).client()).isEqualTo("acme");
      assertThat(view(number).channel()).isEqualTo(Channel.EMAIL);
      assertThat(view(number).subject()).isEqualTo("No network");
      assertThat(view(number).description()).contains("Since nine.");
      assertThat(view(number).impact()).isEqualTo(Level.MEDIUM);
      assertThat(view(number).urgency()).isEqualTo(Level.LOW);
      assertThat(view(number).status()).isEqualTo(Status.ASSIGNED);
      assertThat(contactsOn(number))
          .singleElement()
          .satisfies(
              contact -> {
                assertThat(contact.id()).isEqualTo(taken.contact());
                assertThat(contact.direction()).isEqualTo(Direction.IN);
                assertThat(contact.from()).isEqualTo("rita@acme.example");
              });
    }

    @Test
    void aMailWithoutSubjectAndTextIsTakenInAllTheSame() {
      IncidentNumber number = reported(MailDraft.mail().subject("").text(""));

      assertThat(view(number).subject()).isEqualTo("(no subject)");
      assertThat(view(number).description()).isEqualTo("(no text)");
    }

    @Test
    void theSameMessageIdTwiceMakesNothingNew() {
      MailDraft mail = MailDraft.mail();
      Taken first = receive(mail);
      long before = incidentsInAll();

      Taken second = receive(mail.subject("Once more, by another road"));

      assertThat(first.outcome()).isEqualTo("OPENED");
      assertThat(second.outcome()).isEqualTo("DUPLICATE");
      assertThat(second.contact()).isNull();
      assertThat(incidentsInAll()).isEqualTo(before);
    }

    @Test
    void theSameUidTwiceIsOneMail() {
      byte[] raw = MailDraft.mail().bytes();
      FetchedMail mail = new FetchedMail(77_000, raw.length, false, raw);

      assertThat(mails.store("twice", 1, mail)).isTrue();
      assertThat(mails.store("twice", 1, mail)).isFalse();
      assertThat(mails.store("twice", 2, mail)).as("the folder was made anew").isTrue();
      long before = incidentsInAll();
      jobs.runDue();

      assertThat(incidentsInAll()).isEqualTo(before + 1);
    }

    @Test
    void anAnswerThatCameInBeforeItsQuestionWasTakenInWaitsForIt() {
      MailDraft question = MailDraft.mail();
      long first = store(question);
      long second = store(MailDraft.mail().answering(question.id()).text("And the smoke?"));
      String laterJob = jobOf(second);

      assertThatThrownBy(() -> managementService.executeJob(laterJob))
          .hasMessageContaining("still to be taken in");
      jobs.runDue();
      clock.travelTo(clock.instant().plusSeconds(20));
      jobs.runDue();

      assertThat(taken(second).outcome()).isEqualTo("REPLIED");
      assertThat(taken(second).incident()).isEqualTo(taken(first).incident());
    }

    @Test
    void aMailThatFailsThreeTimesIsShownToTheDeskAndCanBeTriedAgain() {
      long mail = poison();
      Task task = quarantineTask(mail);

      assertThat(task.getName()).isEqualTo("Look at quarantined mail");
      assertThat(task.getDescription()).contains("rita@acme.example", "contact_file", "story");
      assertThat(taskService.getIdentityLinksForTask(task.getId()))
          .extracting(IdentityLink::getGroupId)
          .contains("agent", "team-lead");
      assertThat(taken(mail).state()).isEqualTo("QUARANTINED");
      assertThat(taken(mail).contact()).isNull();

      stage.inTasklist("ada", () -> taskService.complete(task.getId(), Map.of("outcome", "retry")));
      jobs.runDue();

      assertThat(taken(mail).outcome()).isEqualTo("OPENED");
      assertThat(quarantineTask(mail)).isNull();
    }

    @Test
    void aMailThatNobodyWantsIsDismissedAndStaysStored() {
      long mail = poison();

      stage.inTasklist(
          "ada",
          () -> taskService.complete(quarantineTask(mail).getId(), Map.of("outcome", "dismiss")));

      assertThat(taken(mail).state()).isEqualTo("DISMISSED");
      assertThat(mails.raw(mail)).isNotEmpty();
      assertThat(quarantineTask(mail)).isNull();
    }

    @Test
    void ofAMailThatIsTooLargeTheHeadIsKeptAndSomebodyLooks() {
      byte[] head = MailDraft.mail().subject("A film – Größe").text("").bytes();
      mails.store("large", 1, new FetchedMail(1, 900_000_000, true, head));
      jobs.runDue();
      long id =
          database.queryForObject("select id from incoming_mail where box = 'large'", Long.class);
      Task task = quarantineTask(id);

      assertThat(task.getDescription()).contains("A film", "900000000 bytes", "too large");
      assertThat(taskService.getVariables(task.getId()))
          .containsEntry("sender", "Rita Reporter <rita@acme.example>")
          .containsEntry("subject", "A film – Größe")
          .hasEntrySatisfying("trouble", why -> assertThat(why.toString()).contains("too large"));
      stage.inTasklist("ada", () -> taskService.complete(task.getId(), Map.of("outcome", "retry")));
      jobs.runDue();

      assertThat(taken(id).outcome()).isEqualTo("OPENED");
    }

    /** A mail with a file, while the table of files cannot be written. */
    private long poison() {
      database.execute("rename table contact_file to contact_file_away");
      try {
        long mail = store(MailDraft.mail().file("report.txt", "x"));
        long before = incidentsInAll();
        for (int tried = 0; tried < ProcessMail.TRIES; tried++) {
          assertThatThrownBy(() -> jobs.runDue()).hasMessageContaining("contact_file");
          assertThat(quarantineTask(mail)).isNull();
          clock.travelTo(clock.instant().plusSeconds(20));
        }
        jobs.runDue();
        assertThat(incidentsInAll()).isEqualTo(before);
        return mail;
      } finally {
        database.execute("rename table contact_file_away to contact_file");
      }
    }
  }

  /** Which incident a mail belongs to, and who may say so. */
  @Nested
  class Threading extends ThreadingStories {}

  /** Who wrote a mail, and who only says so. */
  @Nested
  class Senders extends SenderStories {}

  /** What an answer does to an incident. */
  @Nested
  class Answering extends AnswerStories {}

  /** What machines write, and what comes back. */
  @Nested
  class Machines extends MachineStories {}

  /** Mails that somebody sorts. */
  @Nested
  class Sorting extends TriageStories {}
}
