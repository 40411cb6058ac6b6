package dev.baton.notification.internal.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.notification.MailSettings;
import dev.baton.support.UnreliableSmtp;
import dev.baton.support.UnreliableSmtp.Step;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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

  @ParameterizedTest
  @EnumSource(Step.class)
  void aDeliveryEndsAtItsDeadline(Step step) throws Exception {
    try (UnreliableSmtp server = new UnreliableSmtp()) {
      server.dribbleAt(step, PACE);
      SmtpConnections connections = connections(server, step == Step.TLS ? "starttls" : "none");
      try {
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(connections));

        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(() -> sent.get(MUCH_LATER_SECONDS, TimeUnit.SECONDS))
            .withCauseInstanceOf(Failed.class);
        Awaitility.await().until(() -> !server.isTalking());
        assertThat(server.accepted()).hasSize(step == Step.TAKEN ? 1 : 0);
      } finally {
        connections.destroy();
      }
    }
  }

  @Test
  void soItDoesWhereTlsBeginsAtOnce() throws Exception {
    try (UnreliableSmtp server = new UnreliableSmtp()) {
      server.dribbleAt(Step.GREETING, PACE);
      SmtpConnections connections = connections(server, "ssl");
      try {
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(connections));

        assertThatExceptionOfType(ExecutionException.class)
            .isThrownBy(() -> sent.get(MUCH_LATER_SECONDS, TimeUnit.SECONDS))
            .withCauseInstanceOf(Failed.class);
        Awaitility.await().until(() -> !server.isTalking());
      } finally {
        connections.destroy();
      }
    }
  }

  private static SmtpConnections connections(UnreliableSmtp server, String tls) {
    return new SmtpConnections(
        new MailSettings(
            "desk@baton.example",
            null,
            new MailSettings.Smtp("127.0.0.1", server.port(), null, null, tls, 0),
            null,
            List.of()),
        LONGEST);
  }

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(MessagingException cause) {
      super(cause);
    }
  }

  private static void send(SmtpConnections connections) {
    try {
      MimeMessage mail = new MimeMessage(connections.session());
      mail.setFrom(new InternetAddress("desk@baton.example"));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress("rita@acme.example"));
      mail.setSubject("Slowly");
      mail.setText("One byte after the other.");
      mail.saveChanges();
      connections.send(mail);
    } catch (MessagingException ended) {
      throw new Failed(ended);
    }
  }
}
