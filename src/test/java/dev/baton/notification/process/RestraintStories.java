package dev.baton.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Channel;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.notification.DeliveryStatus;
import dev.baton.notification.NotificationEvent;
import dev.baton.notification.NotificationView;
import dev.baton.support.StagedDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

/** What is not sent, or not yet. */
abstract class RestraintStories extends NotificationStory {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void whereAMachineAnswersNothingMoreIsSentByItself() {
    IncidentNumber number = reported();
    silences.keepSilent(number, StagedDesk.RITA, "An auto-responder answers there.");

    announce(number, NotificationEvent.CLOSED, "1");

    NotificationView told = only(number, NotificationEvent.CLOSED);
    assertThat(told.status()).isEqualTo(DeliveryStatus.SUPPRESSED);
    assertThat(told.reason()).isEqualTo("SILENCE");
    assertThat(told.reasonWords()).contains("auto-responder");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void nothingGoesToOurselvesToMachinesOrNowhere() {
    assertThat(suppressed("desk@baton.example")).isEqualTo("OWN_ADDRESS");
    assertThat(suppressed("noreply@acme.example")).isEqualTo("MACHINE");
    assertThat(suppressed("MAILER-DAEMON@acme.example")).isEqualTo("MACHINE");
    assertThat(mails()).isEmpty();
  }

  private String suppressed(String requester) {
    IncidentNumber number = stage.defaultReport().by(requester).routed();
    assertThat(only(number, NotificationEvent.RECEIVED).status())
        .isEqualTo(DeliveryStatus.SUPPRESSED);
    return only(number, NotificationEvent.RECEIVED).reason();
  }

  @Test
  void anAddressHearsOnlySoMuchInAnHourAboutOneIncidentAndTheDeskIsTold() {
    IncidentNumber number = reported();
    for (int time = 1; time <= 6; time++) {
      announce(number, NotificationEvent.CANCELLED, "time-" + time);
    }

    assertThat(mails()).hasSize(4);
    assertThat(told(number, NotificationEvent.CANCELLED))
        .extracting(NotificationView::reason)
        .containsExactly(null, null, null, "CAP_INCIDENT", "CAP_INCIDENT", "CAP_INCIDENT");
    assertThat(journal(number, "NOT_TOLD")).hasSize(1);

    after(Duration.ofHours(2));
    announce(number, NotificationEvent.CANCELLED, "later");
    assertThat(mails()).hasSize(5);
  }

  @Test
  void anAddressHearsOnlySoMuchInAnHourAboutAllIncidents() {
    for (int i = 0; i < 7; i++) {
      reported();
    }
    IncidentNumber number = reported();

    assertThat(mails()).hasSize(6);
    assertThat(only(number, NotificationEvent.RECEIVED).reason()).isEqualTo("CAP_ADDRESS");
  }

  @Test
  void aReminderThatCanWaitIsNotSentAtNight() {
    IncidentNumber number = held();
    Instant night = clock.instant().atZone(BERLIN).with(LocalTime.of(23, 0)).toInstant();
    clock.travelTo(night);

    announce(number, NotificationEvent.REMINDER, "1");
    assertThat(only(number, NotificationEvent.REMINDER).status()).isEqualTo(DeliveryStatus.QUEUED);
    assertThat(only(number, NotificationEvent.REMINDER).sendAt())
        .isEqualTo(night.plus(Duration.ofHours(8)));
    after(Duration.ofHours(8));

    assertThat(only(number, NotificationEvent.REMINDER).status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void aReminderOfWhatIsOverIsNotSent() {
    IncidentNumber number = held();
    clock.travelTo(clock.instant().atZone(BERLIN).with(LocalTime.of(23, 0)).toInstant());
    announce(number, NotificationEvent.REMINDER, "1");
    stage.as("ada", () -> desk.cancel(number, "Never mind."));
    after(Duration.ofHours(8));

    assertThat(only(number, NotificationEvent.REMINDER).reason()).isEqualTo("OVERTAKEN");
    assertThat(only(number, NotificationEvent.CANCELLED).status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void newsThatCanWaitIsGatheredForItsReader() {
    IncidentNumber one = calm();
    IncidentNumber other = calm();

    announce(one, NotificationEvent.AT_RISK, "1");
    announce(other, NotificationEvent.AT_RISK, "1");
    assertThat(only(one, NotificationEvent.AT_RISK).status()).isEqualTo(DeliveryStatus.QUEUED);
    after(Duration.ofHours(4)); // ada reads it at one o'clock

    NotificationView carrier = only(one, NotificationEvent.AT_RISK);
    assertThat(carrier.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(only(other, NotificationEvent.AT_RISK).status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(only(other, NotificationEvent.AT_RISK).sentWith()).isEqualTo(carrier.id());
    assertThat(inbox.of("ben", true, PageRequest.of(0, 9)).getContent().get(0).text())
        .contains(one.value(), other.value());
  }

  private IncidentNumber held() {
    IncidentNumber number = reported();
    stage.as("ada", () -> desk.claim(number));
    stage.as(
        "ada",
        () ->
            desk.hold(
                number,
                dev.baton.incident.HoldReason.REQUESTER,
                clock.instant().plus(Duration.ofDays(3)),
                "floor"));
    jobs.runDue();
    return number;
  }

  private IncidentNumber calm() {
    IncidentNumber number =
        stage.defaultReport().rated(Level.LOW, Level.LOW).via(Channel.WEB).routed();
    stage.as("ben", () -> desk.claim(number));
    return number;
  }
}
