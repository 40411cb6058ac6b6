package dev.baton.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Status;
import dev.baton.incident.file.ContactFiles;
import dev.baton.incident.report.TriageEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

abstract class TriageStories extends MailStory {

  @Autowired ContactFiles files;

  @Test
  void aMailOfAnUnknownSenderWaitsAndIsLinkedWithItsFiles() {
    IncidentNumber number = held();
    MailDraft mail =
        MailDraft.mail().from("new@acme.example").text("Floor 3").file("plan.txt", "third");
    Taken taken = receive(mail);
    TriageEntry entry = waiting(taken.contact());

    assertThat(entry.reason()).isEqualTo("The sender is not known.");
    assertThat(entry.contact().incident()).isNull();
    stage.as("ada", () -> sorting.link(taken.contact(), number));
    jobs.runDue();

    assertThat(waiting(taken.contact())).isNull();
    assertThat(lastContact(number).body()).isEqualTo("Floor 3");
    assertThat(files.of(number, false, Pageable.ofSize(1_000)).getContent())
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("plan.txt"));
    assertThat(view(number).status()).isEqualTo(Status.IN_PROGRESS);
    assertThatThrownBy(() -> sorting.dismiss(taken.contact(), null, null))
        .isInstanceOf(NotOffered.class);

    Taken next =
        receive(MailDraft.mail().from("new@acme.example").answering(mail.id()).text("And 4"));
    assertThat(next.outcome()).isEqualTo("REPLIED");
    assertThat(next.incident()).isEqualTo(number.value());
  }

  @Test
  void aWaitingMailIsMadeAnIncident() {
    Taken taken = receive(MailDraft.mail().from("gina@globex.example").subject("New here"));

    IncidentView opened =
        stage.as(
            "ada",
            () ->
                sorting.open(
                    taken.contact(),
                    new TriageContacts.Opening(
                        "globex", null, null, null, null, Level.HIGH, null, null)));
    jobs.runDue();

    assertThat(opened.client()).isEqualTo("globex");
    assertThat(opened.subject()).isEqualTo("New here");
    assertThat(opened.requester().email()).isEqualTo("gina@globex.example");
    assertThat(opened.urgency()).isEqualTo(Level.HIGH);
    assertThat(contactsOn(new IncidentNumber(opened.number())))
        .singleElement()
        .satisfies(contact -> assertThat(contact.id()).isEqualTo(taken.contact()));
    assertThat(receive(MailDraft.mail().from("gina@globex.example")).outcome()).isEqualTo("OPENED");
  }

  @Test
  void aDismissedMailStaysInTheLog() {
    Taken taken = receive(MailDraft.mail().from("spam@elsewhere.example"));

    stage.as(
        "ada",
        () -> {
          sorting.dismiss(taken.contact(), null, null);
          return null;
        });

    assertThat(waiting(taken.contact())).isNull();
    assertThat(mails.rawOf(taken.contact())).isPresent();
  }

  @Test
  void filesThatAreNotHandedOutAreKept() {
    Taken taken =
        receive(
            MailDraft.mail()
                .file("../../etc/passwd", "x")
                .file("invoice.pdf.exe", "MZ")
                .file("macro.JS .", "alert(1)"));

    var kept =
        files.of(new IncidentNumber(taken.incident()), false, Pageable.ofSize(1_000)).getContent();
    assertThat(kept).hasSize(3);
    assertThat(kept.get(0).name()).isEqualTo("passwd");
    assertThat(kept.get(0).withheld()).isNull();
    assertThat(new String(files.content(kept.get(0).id()).orElseThrow(), UTF_8)).isEqualTo("x");
    assertThat(kept.get(1).withheld()).contains(".exe");
    assertThat(files.content(kept.get(1).id())).isEmpty();
    assertThat(kept.get(2).withheld()).contains(".js");
  }

  @Test
  void aMailThatSaysNotWhoWroteItIsSorted() {
    Taken taken = receive(MailDraft.mail().from(null));

    assertThat(waiting(taken.contact()).reason()).isEqualTo("It does not say who wrote it.");
  }
}
