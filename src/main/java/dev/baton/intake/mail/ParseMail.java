package dev.baton.intake.mail;

import dev.baton.mail.Mail;
import dev.baton.mail.MailParser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Parses mails on separate threads, a few at a time, each with a deadline well below the lock time
 * of the job that waits for it. A mail that takes longer is stopped and not retried automatically.
 */
@Component
class ParseMail {

  private static final String FIRST =
      "From: a@desk.example\r\nContent-Type: text/html\r\n\r\n<p>Hello<blockquote>b</blockquote>";
  private static final Duration TURN = Duration.ofSeconds(5);

  /** Half of the job threads, so that mail never blocks the other jobs. */
  private static final int AT_ONCE = 4;

  private final MailParser parser = new MailParser();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Duration deadline;

  @Autowired
  ParseMail(IncomingMailSettings settings) {
    this(settings.parseDeadline());
  }

  ParseMail(Duration deadline) {
    this.deadline = deadline;
  }

  /**
   * Parses an HTML mail at start-up, since loading the parser takes most of a second of processor
   * time, which would otherwise count against the deadline of the first mail.
   */
  static void load() {
    new MailParser().parse(FIRST.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws TooLate if the mail is not parsed within the deadline
   * @throws Busy if too many others are being parsed; the mail is not at fault
   */
  Mail parse(byte[] raw) {
    try {
      if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
      return withinDeadline(raw);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  /** The parsing thread gives the turn back when it ends. */
  private Mail withinDeadline(byte[] raw) throws InterruptedException {
    FutureTask<Mail> parsing = new FutureTask<>(() -> parser.parse(raw));
    Thread thread =
        new Thread(
            () -> {
              try {
                parsing.run();
              } finally {
                turns.release();
              }
            },
            "mail-parser");
    thread.setDaemon(true);
    thread.start();
    try {
      return parsing.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new TooLate(deadline);
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    } finally {
      parsing.cancel(true);
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  /** How many more mails may be parsed now. */
  int freeTurns() {
    return turns.availablePermits();
  }

  /** The mail takes too long to parse. */
  static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLate(Duration deadline) {
      super(
          "Reading this mail took longer than %s seconds and was stopped. It is stored as it came."
              .formatted(
                  BigDecimal.valueOf(deadline.toMillis(), 3).stripTrailingZeros().toPlainString()));
    }
  }

  /** Too many mails are being parsed; this one must wait. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("Too many mails are being parsed at once; this one is tried again");
    }
  }
}
