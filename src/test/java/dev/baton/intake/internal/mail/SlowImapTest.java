package dev.baton.intake.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.intake.internal.mail.ImapFolder.Limits;
import dev.baton.intake.internal.mail.MailInSettings.MailboxSettings;
import dev.baton.notification.SocketDeadlines;
import dev.baton.support.DribblingServer;
import dev.baton.support.DribblingServer.Caller;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mailbox whose server answers one byte at a time and never to the end is left in time. */
class SlowImapTest {

  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "CAPABILITY", "LOGIN", "SELECT", "FETCH", "IDLE"})
  void theReadingEndsAtItsDeadline(String slow) throws Exception {
    try (DribblingServer server = new DribblingServer(PACE, caller -> talk(caller, slow));
        SocketDeadlines deadlines = new SocketDeadlines("test-deadlines")) {
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> read(server.port(), "none", deadlines));

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> reading.get(60, TimeUnit.SECONDS))
          .withCauseInstanceOf(Ended.class)
          .withMessageContaining("did not answer whole within 2 seconds");
      Awaitility.await().until(() -> !server.isTalking());
    }
  }

  @Test
  void soItDoesWithinTheHandshakeOfTls() throws Exception {
    String hello = "\u0016\u0003\u0003\u0040\u0000\u0000";
    try (DribblingServer server = new DribblingServer(PACE, caller -> caller.dribbles(hello));
        SocketDeadlines deadlines = new SocketDeadlines("test-deadlines")) {
      CompletableFuture<Void> reading =
          CompletableFuture.runAsync(() -> read(server.port(), "ssl", deadlines));

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> reading.get(60, TimeUnit.SECONDS))
          .withCauseInstanceOf(Ended.class);
      Awaitility.await().until(() -> !server.isTalking());
    }
  }

  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended(MessagingException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private static void read(int port, String tls, SocketDeadlines deadlines) {
    MailboxSettings box =
        new MailboxSettings(
            "slow", "127.0.0.1", port, "desk", "x", tls, "INBOX", null, "", Duration.ofSeconds(1));
    Limits limits = new Limits(LONGEST, LONGEST, LONGEST);
    try (ImapFolder folder = ImapFolder.open(box, deadlines, limits)) {
      assertThat(folder.after(0)).isEmpty();
      folder.idle();
    } catch (MessagingException ended) {
      throw new Ended(ended);
    }
  }

  private static void talk(Caller caller, String slow) throws IOException, InterruptedException {
    answer(caller, slow, "GREETING", "* OK slow IMAP4rev1\r\n", "");
    for (String line = caller.hears(); line != null; line = caller.hears()) {
      String tag = line.split(" ")[0];
      String done = tag + " OK done\r\n";
      if (line.contains("CAPABILITY")) {
        answer(caller, slow, "CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE\r\n", done);
      } else if (line.contains("LOGIN")) {
        answer(caller, slow, "LOGIN", "", done);
      } else if (line.contains("SELECT")) {
        answer(caller, slow, "SELECT", "* 0 EXISTS\r\n* OK [UIDVALIDITY 1] a\r\n", done);
      } else if (line.contains("FETCH")) {
        answer(caller, slow, "FETCH", "", done);
      } else if (line.contains("IDLE")) {
        answer(caller, slow, "IDLE", "+ idling\r\n", "");
      } else {
        caller.says(done);
      }
    }
  }

  private static void answer(Caller caller, String slow, String step, String first, String last)
      throws IOException, InterruptedException {
    if (slow.equals(step)) {
      caller.dribbles("* OK and on and on");
    }
    caller.says(first + last);
  }
}
