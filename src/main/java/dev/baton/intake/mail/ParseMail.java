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
 * Parses mails on threads of their own, some at a time, each within a deadline that lies well below
 * the lock of the job that waits for it. What takes longer is stopped; no other thread takes it
 * again by itself.
 */
@Component
class ParseMail {

  private static final String FIRST =
      "From: a@desk.example\r\nContent-Type: text/html\r\n\r\n<p>Hello<blockquote>b</blockquote>";
  private static final Duration TURN = Duration.ofSeconds(5);

  /** Half of the threads for jobs, so that mail never holds up the others. */
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
   * Reads a mail with HTML, so that no mail of anybody does so first: loading what reads it costs
   * most of a second of processor time, which would count against the deadline.
   */
  static void load() {
    new MailParser().parse(FIRST.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws TooLate if the mail is not parsed within the deadline
   * @throws Busy if too many others are being parsed: no fault of the mail
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

  /** The turn is given back by the thread that parses, when it has ended. */
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

  /** How many more may be parsed now. */
  int freeTurns() {
    return turns.availablePermits();
  }

  /** The mail takes longer than any mail should. */
  static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLate(Duration deadline) {
      super(
          "Reading this mail took longer than %s seconds and was stopped. It is stored as it came."
              .formatted(
                  BigDecimal.valueOf(deadline.toMillis(), 3).stripTrailingZeros().toPlainString()));
    }
  }

  /** Too many mails are being parsed; the mail's turn comes. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("Too many mails are being parsed at once; this one is tried again");
    }
  }
}
