package dev.baton.notification.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.notification.MailServer;
import dev.baton.notification.MailSettings;
import dev.baton.support.UnreliableSmtp;
import dev.baton.support.UnreliableSmtp.Step;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A mail server that dribbles, whatever it is asked: the delivery ends in time. Each byte comes
 * well within the limit of a single read; the answers alone would take minutes.
 */
class SlowSmtpTest {

  private static final Duration PACE = Duration.ofMillis(700);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final long MUCH_LATER_SECONDS = 60;

  private static final Map<Step, Delivery> DELIVERIES = new EnumMap<>(Step.class);

  private static Delivery withTlsAtOnce;

  /** All at once: they wait, each for its own server. */
  @BeforeAll
  static void begin() {
    for (Step step : Step.values()) {
      DELIVERIES.put(step, new Delivery(step, step == Step.TLS ? "starttls" : "none"));
    }
    withTlsAtOnce = new Delivery(Step.GREETING, "ssl");
  }

  @AfterAll
  static void end() throws IOException {
    for (Delivery delivery : DELIVERIES.values()) {
      delivery.close();
    }
    withTlsAtOnce.close();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aDeliveryEndsAtItsDeadline(Step step) {
    Delivery delivery = DELIVERIES.get(step);

    delivery.failsInTime();

    assertThat(delivery.server.accepted()).hasSize(step == Step.TAKEN ? 1 : 0);
  }

  @Test
  void soItDoesWhereTlsBeginsAtOnce() {
    withTlsAtOnce.failsInTime();
  }

  /** One message on its way to a server of its own that dribbles from this step on. */
  private static final class Delivery {

    private final UnreliableSmtp server = new UnreliableSmtp();
    private final SmtpConnections connections;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    Delivery(Step step, String tls) {
      server.dribbleAt(step, PACE);
      connections = connections(server, tls);
      Thread sender = new Thread(this::send, "delivery-" + step);
      sender.setDaemon(true);
      sender.start();
    }

    private void send() {
      try {
        SlowSmtpTest.send(connections);
        sent.complete(null);
      } catch (MessagingException | RuntimeException | Error e) {
        sent.completeExceptionally(e);
      }
    }

    void failsInTime() {
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> sent.get(MUCH_LATER_SECONDS, TimeUnit.SECONDS))
          .withCauseInstanceOf(MessagingException.class);
      Awaitility.await().until(() -> !server.isTalking());
    }

    void close() throws IOException {
      connections.destroy();
      server.close();
    }
  }

  private static SmtpConnections connections(UnreliableSmtp server, String tls) {
    MailServer settings =
        new MailServer(
            "desk@baton.example",
            new MailSettings.Smtp("127.0.0.1", server.port(), null, null, tls, 0));
    return new SmtpConnections(() -> settings, LONGEST);
  }

  private static void send(SmtpConnections connections) throws MessagingException {
    MimeMessage mail = new MimeMessage(connections.session());
    mail.setFrom(new InternetAddress("desk@baton.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("rita@acme.example"));
    mail.setSubject("Slowly");
    mail.setText("One byte after the other.");
    mail.saveChanges();
    connections.send(mail);
  }
}
