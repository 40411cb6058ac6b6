package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.intake.mail.ImapFolder.Limits;
import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.notification.delivery.SocketDeadlines;
import dev.baton.support.DribblingServer;
import dev.baton.support.DribblingServer.Caller;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mailbox whose server answers one byte at a time and never to the end is left in time. */
class SlowImapTest {

  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final List<String> STEPS =
      List.of("GREETING", "CAPABILITY", "LOGIN", "SELECT", "FETCH", "IDLE");

  private static final Map<String, Reading> READINGS = new HashMap<>();
  private static Reading ofAHandshake;

  /** All at once: they wait, each for its own server. */
  @BeforeAll
  static void begin() {
    String hello = "\u0016\u0003\u0003@\u0000\u0000";
    STEPS.forEach(slow -> READINGS.put(slow, new Reading("none", caller -> talk(caller, slow))));
    ofAHandshake = new Reading("ssl", caller -> caller.dribbles(hello));
  }

  @AfterAll
  static void end() throws IOException {
    for (Reading reading : READINGS.values()) {
      reading.close();
    }
    ofAHandshake.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "CAPABILITY", "LOGIN", "SELECT", "FETCH", "IDLE"})
  void theReadingEndsAtItsDeadline(String slow) {
    READINGS.get(slow).failsInTime().withMessageContaining("did not answer whole within 2 seconds");
  }

  @Test
  void soItDoesWithinTheHandshakeOfTls() {
    ofAHandshake.failsInTime();
  }

  /** One mailbox that is read from a server of its own. */
  private static final class Reading {

    private final DribblingServer server;
    private final SocketDeadlines deadlines = new SocketDeadlines("test-deadlines");
    private final CompletableFuture<Void> read = new CompletableFuture<>();

    Reading(String tls, DribblingServer.Talk talk) {
      server = new DribblingServer(PACE, talk);
      Thread reader = new Thread(() -> read(tls), "reading");
      reader.setDaemon(true);
      reader.start();
    }

    private void read(String tls) {
      try {
        SlowImapTest.read(server.port(), tls, deadlines);
        read.complete(null);
      } catch (MessagingException | RuntimeException | Error e) {
        read.completeExceptionally(e);
      }
    }

    ThrowableAssertAlternative<ExecutionException> failsInTime() {
      ThrowableAssertAlternative<ExecutionException> failure =
          assertThatExceptionOfType(ExecutionException.class)
              .isThrownBy(() -> read.get(60, TimeUnit.SECONDS))
              .withCauseInstanceOf(MessagingException.class);
      Awaitility.await().until(() -> !server.isTalking());
      return failure;
    }

    void close() throws IOException {
      deadlines.close();
      server.close();
    }
  }

  private static void read(int port, String tls, SocketDeadlines deadlines)
      throws MessagingException {
    MailboxSettings box =
        new MailboxSettings(
            "slow", "127.0.0.1", port, "desk", "x", tls, "INBOX", null, "", Duration.ofSeconds(1));
    Limits limits = new Limits(LONGEST, LONGEST, LONGEST);
    try (ImapFolder folder = ImapFolder.open(box, deadlines, limits)) {
      assertThat(folder.after(0)).isEmpty();
      folder.idle();
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
