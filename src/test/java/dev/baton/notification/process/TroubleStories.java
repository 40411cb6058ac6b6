package dev.baton.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.IncidentNumber;
import dev.baton.mail.Bounce;
import dev.baton.mail.Bounce.FailedRecipient;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationView;
import dev.baton.support.StagedDesk;
import dev.baton.support.UnreliableSmtp.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when a message does not get through. */
abstract class TroubleStories extends NotificationStory {

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"BUSY", "HANGS_UP", "MAILBOX_FULL_NOW", "BREAKS_IN_DATA", "BREAKS_AFTER_DATA"})
  void aServerInTroubleIsTriedAgainWithGrowingPausesAndTheSameMessageId(Mood trouble)
      throws Exception {
    SERVER.be(trouble);
    IncidentNumber number = reported();
    after(Duration.ofSeconds(30));
    after(Duration.ofMinutes(2));
    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.QUEUED);
    assertThat(only(number, NotificationEvent.RECEIVED).tries()).isEqualTo(3);
    assertThat(only(number, NotificationEvent.RECEIVED).lastError()).isNotBlank();

    SERVER.be(Mood.WELL);
    after(Duration.ofMinutes(9));
    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.QUEUED);
    after(Duration.ofMinutes(1));

    NotificationView told = only(number, NotificationEvent.RECEIVED);
    assertThat(told.status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(told.tries()).isEqualTo(4);
    assertThat(mails()).hasSize(trouble == Mood.BREAKS_AFTER_DATA ? 4 : 1);
    for (var mail : mails()) {
      assertThat(mail.getMessageID()).isEqualTo(told.messageId());
    }
  }

  @Test
  void aBadAddressIsShownToTheTeamAndMended() throws Exception {
    SERVER.be(Mood.NOBODY_HERE);
    IncidentNumber number = stage.defaultReport().by("rita@old.example").routed();

    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(mending(number).getDescription()).contains("550 5.1.1").contains("rita@old.example");
    assertThat(taskService.getIdentityLinksForTask(mending(number).getId()))
        .extracting(link -> link.getGroupId())
        .containsExactlyInAnyOrder("service-desk-manager", "team-service-desk");
    assertThatThrownBy(
            () -> mend("mona", number, Map.of("outcome", "sendAgain", "newAddress", "rita at new")))
        .hasMessageContaining("rita at new");

    SERVER.be(Mood.WELL);
    mend("mona", number, Map.of("outcome", "sendAgain", "newAddress", "rita@new.example"));

    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(lastMail().getHeader("To", null)).contains("rita@new.example");
    announce(number, NotificationEvent.REOPENED, "1");
    assertThat(lastMail().getHeader("To", null)).contains("rita@new.example");
  }

  @Test
  void aServerThatStaysAwayIsGivenUpByAPerson() {
    SERVER.be(Mood.BUSY);
    IncidentNumber number = reported();
    throughAllPauses();

    assertThat(only(number, NotificationEvent.RECEIVED).tries()).isEqualTo(11);
    mend("mona", number, Map.of("outcome", "giveUp"));

    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(journal(number, "NOT_TOLD").get(0)).contains(StagedDesk.RITA).contains("421");
    assertThat(flowsOf(number)).isZero();
  }

  @Test
  void whereNobodyMendsItTheMessageIsGivenUpAfterTwoWeeks() {
    SERVER.be(Mood.NOBODY_HERE);
    IncidentNumber number = stage.defaultReport().by("tina@gone.example").routed();
    String task = mending(number).getId();

    after(Duration.ofDays(14));

    assertThat(taskService.createTaskQuery().taskId(task).count()).isZero();
    assertThat(journal(number, "NOT_TOLD").get(0)).contains("RECEIVED did not reach tina");
  }

  @Test
  void aChannelThatFailsIsFollowedByTheNextOfThePlan() {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    SERVER.be(Mood.HANGS_UP);
    announcements.announce(number, NotificationEvent.MAJOR_DECLARED, "1", null);
    jobs.runDue();
    throughAllPauses();

    List<NotificationView> toMona =
        told(number, NotificationEvent.MAJOR_DECLARED).stream()
            .filter(told -> told.recipient().equals("mona"))
            .toList();
    assertThat(toMona)
        .extracting(NotificationView::channel, NotificationView::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ChannelKind.MAIL, DeliveryStatus.FAILED),
            org.assertj.core.groups.Tuple.tuple(ChannelKind.INBOX, DeliveryStatus.DELIVERED));
  }

  @Test
  void aMailThatComesBackIsShownAndSentAgain() {
    IncidentNumber number = reported();
    String messageId = only(number, NotificationEvent.RECEIVED).messageId();
    Bounce bounce =
        new Bounce(
            List.of(new FailedRecipient(StagedDesk.RITA, "5.1.1", "No such user", true)),
            messageId);

    assertThat(sentMail.cameBack(bounce)).contains(number);
    assertThat(sentMail.cameBack(bounce)).contains(number); // the same report a second time
    jobs.runDue();

    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.BOUNCED);
    assertThat(mending(number).getDescription()).contains("No such user");
    assertThat(flowsOf(number)).isEqualTo(1);
    mend("mona", number, Map.of("outcome", "sendAgain"));
    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(mails()).hasSize(2);
  }

  @Test
  void aReportOfADelayAndAForgedOneChangeNothing() {
    IncidentNumber number = reported();
    String messageId = only(number, NotificationEvent.RECEIVED).messageId();

    sentMail.cameBack(
        new Bounce(
            List.of(new FailedRecipient(StagedDesk.RITA, "4.4.7", "Delayed", false)), messageId));
    sentMail.cameBack(
        new Bounce(
            List.of(new FailedRecipient("eve@example.org", "5.1.1", "No", true)),
            "<" + number + ".1.00000000000000000000@baton.example>"));
    jobs.runDue();

    assertThat(only(number, NotificationEvent.RECEIVED).status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(mending(number)).isNull();
  }

  private void throughAllPauses() {
    after(Duration.ofSeconds(30));
    after(Duration.ofMinutes(2));
    after(Duration.ofMinutes(10));
    after(Duration.ofMinutes(30));
    List.of(1, 2, 4, 8, 12, 24).forEach(hours -> after(Duration.ofHours(hours)));
  }
}
