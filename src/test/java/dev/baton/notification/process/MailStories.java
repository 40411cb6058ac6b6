package dev.baton.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.HoldReason;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.NewContact;
import dev.baton.notification.Audience;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationView;
import dev.baton.staff.StaffDirectory;
import dev.baton.support.StagedDesk;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told, to whom and how it looks. */
abstract class MailStories extends NotificationStory {

  @Autowired StaffDirectory staff;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void whoeverReportsIsToldOnceThatItArrived() throws Exception {
    IncidentNumber number = reported();

    assertThat(mails()).hasSize(1);
    MimeMessage mail = lastMail();
    NotificationView told = only(number, NotificationEvent.RECEIVED);
    assertThat(mail.getSubject()).contains(number.value());
    assertThat(mail.getHeader("To", null)).contains(StagedDesk.RITA).contains("Rita Reporter");
    assertThat(mail.getHeader("From", null)).isEqualTo("desk@baton.example");
    assertThat(mail.getHeader("Reply-To", null)).isEqualTo("desk@baton.example");
    assertThat(mail.getMessageID()).isEqualTo(told.messageId()).endsWith("@baton.example>");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("Precedence", null)).isEqualTo("bulk");
    assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
    assertThat(mail.getHeader("X-Baton-Loop", null)).startsWith("baton-");
    assertThat(mail.getHeader("References", null)).contains(number.value() + ".0.");
    assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    assertThat(told.status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(sentMail.incidentOf(told.messageId())).contains(number);
    assertThat(sentMail.incidentOf(told.messageId().replace(number.value(), "INC-2026-000001")))
        .isEmpty();
    assertThat(flowsOf(number)).isZero();
  }

  @Test
  void anEventIsAnnouncedOnceForEachEpoch() {
    IncidentNumber number = reported();

    announce(number, NotificationEvent.REOPENED, "1");
    announce(number, NotificationEvent.REOPENED, "1");
    announce(number, NotificationEvent.REOPENED, "2");

    assertThat(told(number, NotificationEvent.REOPENED))
        .filteredOn(told -> told.audience() == Audience.REQUESTER)
        .hasSize(2);
  }

  @Test
  void aNameCannotSmuggleInAHeader() throws Exception {
    IncidentNumber number =
        stage.defaultReport().via(Channel.WEB).about("Line one\r\nBcc: evil@example.org").report();
    jobs.runDue();

    assertThat(lastMail().getHeader("Bcc")).isNull();
    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void theRequesterHearsOfEachTurnOfTheIncident() throws Exception {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    stage.as("ada", () -> contacts.log(mail(number, "Which floor is it?")));
    stage.as(
        "ada",
        () ->
            desk.hold(
                number,
                HoldReason.REQUESTER,
                clock.instant().plus(Duration.ofDays(1)),
                "Which wing?"));
    jobs.runDue();

    assertThat(told(number, NotificationEvent.UPDATE)).hasSize(1);
    assertThat(told(number, NotificationEvent.ON_HOLD)).hasSize(1);
    assertThat(text(lastMail())).contains("Which wing?");

    after(Duration.ofDays(1));
    assertThat(told(number, NotificationEvent.REMINDER)).hasSize(1);
    stage.as("ada", () -> desk.resume(number, null));
    stage.as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Switched it on."));
    jobs.runDue();
    assertThat(text(lastMail())).contains("Switched it on.");

    after(Duration.ofHours(2));
    stage.as("ada", () -> desk.reopen(number, "No."));
    jobs.runDue();
    stage.as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Plugged it in."));
    jobs.runDue();
    stage.as("ada", () -> desk.confirm(number));
    jobs.runDue();

    assertThat(told(number, NotificationEvent.RESOLVED)).hasSize(2);
    assertThat(told(number, NotificationEvent.REOPENED)).isNotEmpty();
    assertThat(told(number, NotificationEvent.CLOSED))
        .extracting(NotificationView::status)
        .containsExactly(DeliveryStatus.SENT);
  }

  @Test
  void aReplyIsSignedByWhoWroteItAndAHoldRightAfterItDoesNotRepeatIt() throws Exception {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    stage.as("ada", () -> contacts.log(mail(number, "Dear Rita,\n\nWhich floor is it?")));
    jobs.runDue();
    assertThat(text(lastMail()).replace("\r", ""))
        .startsWith("Dear Rita,\n\nWhich floor is it?\n\n" + nameOf("ada") + "\n");

    stage.as("ada", () -> desk.hold(number, HoldReason.REQUESTER, null, null));
    jobs.runDue();

    assertThat(told(number, NotificationEvent.ON_HOLD)).hasSize(1);
    assertThat(text(lastMail()))
        .contains("until we hear from you.")
        .doesNotContain("Which floor is it?");

    stage.as("ada", () -> desk.resume(number, null));
    after(Duration.ofHours(1));
    stage.as("ada", () -> desk.hold(number, HoldReason.REQUESTER, null, "And which wing?"));
    jobs.runDue();
    assertThat(text(lastMail())).contains("And which wing?");
  }

  @Test
  void theQuestionOfAnEarlierHoldIsNotAskedAgain() throws Exception {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    stage.as("ada", () -> desk.hold(number, HoldReason.REQUESTER, null, "Which wing?"));
    after(Duration.ofHours(1));
    stage.as("ada", () -> desk.resume(number, null));
    stage.as("ada", () -> desk.hold(number, HoldReason.REQUESTER, null, null));
    jobs.runDue();

    assertThat(told(number, NotificationEvent.ON_HOLD)).hasSize(2);
    assertThat(text(lastMail())).doesNotContain("Which wing?");
  }

  @Test
  void aReplyThatWaitsForTheAnswerIsOneMailAndIsRepeatedByTheReminder() throws Exception {
    IncidentNumber number = reported();
    watchers.follow(number, "Wanda@acme.example", "Wanda");
    stage.as("ada", () -> desk.claim(number));
    int before = mails().size();

    together(
        "ada",
        () -> desk.holdWithReply(number, contacts.log(mail(number, "Which floor is it?")).id()));
    jobs.runDue();

    assertThat(told(number, NotificationEvent.ON_HOLD)).isEmpty();
    assertThat(told(number, NotificationEvent.UPDATE))
        .extracting(NotificationView::address)
        .containsExactlyInAnyOrder(StagedDesk.RITA, "wanda@acme.example");
    assertThat(mails()).hasSize(before + 2);
    assertThat(text(lastMail()))
        .contains("Which floor is it?", nameOf("ada"), "until we hear from you. Please reply by");
    assertThat(lastMail().getSubject()).contains("We need something from you");
    assertThat(flowsOf(number)).isZero();

    after(Duration.ofDays(2));
    assertThat(text(lastMail())).contains("still waiting", "Which floor is it?");
  }

  @Test
  void aReplyThatResolvesIsOneMailAndTheResolution() throws Exception {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    int before = mails().size();

    together(
        "ada",
        () ->
            desk.resolveWithReply(
                number,
                ResolutionCode.FIXED,
                "The lamp is new.",
                contacts.log(mail(number, "The lamp is new.")).id()));
    jobs.runDue();

    assertThat(mails()).hasSize(before + 1);
    assertThat(text(lastMail()))
        .containsOnlyOnce("The lamp is new.")
        .contains("has been resolved.", "we will close the incident", nameOf("ada"));
    assertThat(told(number, NotificationEvent.RESOLVED)).isEmpty();

    stage.as("ada", () -> desk.resolve(number, ResolutionCode.WORKAROUND, "It is borrowed."));
    jobs.runDue();
    assertThat(told(number, NotificationEvent.RESOLVED)).hasSize(1);
    assertThat(text(lastMail())).contains("It is borrowed.", nameOf("ada"));
  }

  private <T> void together(String login, Supplier<T> acts) {
    stage.as(login, () -> new TransactionTemplate(transactions).execute(it -> acts.get()));
  }

  private String nameOf(String login) {
    return staff.agent(login).orElseThrow().name();
  }

  @Test
  void whoFollowsAnIncidentReadsItsNewsAndTheDeskReadsAnswersInItsInbox() {
    IncidentNumber number = reported();
    watchers.follow(number, "Wanda@acme.example", "Wanda");
    stage.as("ada", () -> desk.claim(number));

    stage.as("ada", () -> contacts.log(mail(number, "A part is on its way.")));
    contacts.log(
        new NewContact(
            number,
            ContactKind.INFORMATION,
            null,
            Direction.IN,
            Channel.EMAIL,
            StagedDesk.RITA,
            null,
            "Thank you so much",
            Visibility.CLIENT));
    jobs.runDue();

    assertThat(told(number, NotificationEvent.UPDATE))
        .extracting(NotificationView::address)
        .containsExactlyInAnyOrder(StagedDesk.RITA, "wanda@acme.example");
    assertThat(only(number, NotificationEvent.REPLIED).status())
        .isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(inbox.of("ada", true, PageRequest.of(0, 5)).getContent().get(0).text())
        .contains("Thank you so much");
  }

  @Test
  void whoIsGivenTheWorkIsToldAndWhoTakesItIsNot() {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    stage.as("mona", () -> desk.assign(number, null, "ben"));
    jobs.runDue();

    assertThat(only(number, NotificationEvent.ASSIGNED).recipient()).isEqualTo("ben");
  }

  private static NewContact mail(IncidentNumber number, String body) {
    return new NewContact(
        number,
        ContactKind.INFORMATION,
        null,
        Direction.OUT,
        Channel.EMAIL,
        StagedDesk.RITA,
        null,
        body,
        Visibility.CLIENT);
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }
}
