package dev.baton.notification.delivery.smtp;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.MailServer;
import dev.baton.notification.OutgoingMail;
import dev.baton.notification.delivery.DeliveryChannel;
import dev.baton.notification.delivery.OutgoingMessage;
import io.github.bucket4j.Bucket;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Delivers mail over SMTP at the configured rate, with only a few threads so that the clocks keep
 * theirs. After a server fails to answer, no mail is sent to it for some seconds. Without a server,
 * the mail is stored.
 */
@Component
class SmtpChannel implements DeliveryChannel {

  private static final int AT_A_TIME = 4;
  private static final long PATIENCE_MILLIS = 500;
  private static final long SLOW_NANOS = 1_000_000_000L;
  private static final Duration REST = Duration.ofSeconds(10);

  private final OutgoingMail server;
  private final SmtpConnections connections;
  private final MimeMailWriter mails;
  private final MailCatcher caught;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(AT_A_TIME, true);
  private volatile Pace pace;
  private volatile Rest rest;
  private volatile long lastTook;
  private Instant slot;

  SmtpChannel(
      OutgoingMail server,
      SmtpConnections connections,
      MimeMailWriter mails,
      MailCatcher caught,
      Clock clock) {
    this.server = server;
    this.connections = connections;
    this.mails = mails;
    this.caught = caught;
    this.clock = clock;
  }

  /** Until when which server is left alone, and what it said. */
  private record Rest(MailServer server, Instant until, String words) {}

  /**
   * How fast mail may be sent.
   *
   * @param bucket null for no limit
   */
  private record Pace(double perSecond, Bucket bucket) {}

  private Pace pace() {
    double perSecond = server.current().smtp().perSecond();
    Pace last = pace;
    if (last == null || last.perSecond() != perSecond) {
      last = new Pace(perSecond, perSecond > 0 ? bucket(perSecond) : null);
      pace = last;
    }
    return last;
  }

  private static Bucket bucket(double perSecond) {
    long burst = Math.max(1, Math.round(perSecond));
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(1, each(perSecond)))
        .build();
  }

  private static Duration each(double perSecond) {
    return Duration.ofNanos(Math.round(1e9 / perSecond));
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.MAIL;
  }

  @Override
  public Handover send(OutgoingMessage outgoing) {
    try {
      MimeMessage mail = mails.write(connections.session(), outgoing);
      if (!server.current().smtp().isThere()) {
        caught.keep(outgoing, MimeMailWriter.raw(mail));
        return Handover.SENT;
      }
      overSmtp(mail);
      return Handover.SENT;
    } catch (MessagingException e) {
      throw MailFailure.of(e);
    }
  }

  private void overSmtp(MimeMessage mail) throws MessagingException {
    Rest resting = rest;
    MailServer now = server.current();
    if (resting != null
        && resting.server().equals(now)
        && clock.instant().isBefore(resting.until())) {
      throw new ChannelDown("The mail server is left alone for a moment: " + resting.words(), null);
    }
    waitForTurn();
    long begin = System.nanoTime();
    try {
      connections.send(mail);
      rest = null;
    } catch (MessagingException e) {
      if (MailFailure.of(e) instanceof ChannelDown down && isAway(e)) {
        rest = new Rest(now, clock.instant().plus(REST), down.getMessage());
      }
      throw e;
    } finally {
      lastTook = System.nanoTime() - begin;
      turns.release();
    }
  }

  /** Whether the reply is about the server and not about this mail alone. */
  private static boolean isAway(MessagingException failure) {
    return failure instanceof org.eclipse.angus.mail.util.MailConnectException
        || failure instanceof jakarta.mail.AuthenticationFailedException
        || failure.getNextException() instanceof java.io.IOException;
  }

  /**
   * Waits briefly, or not at all with a slow server: a waiting thread is lost to the other
   * channels.
   */
  private void waitForTurn() {
    try {
      if (!turns.tryAcquire(lastTook > SLOW_NANOS ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new NotYet(clock.instant().plusMillis(inAWhile()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelDown("This node is stopping.", e);
    }
    Pace allowed = pace();
    if (allowed.bucket() != null && !allowed.bucket().tryConsume(1)) {
      turns.release();
      throw new NotYet(nextSlot(allowed.perSecond()));
    }
  }

  private static long inAWhile() {
    return ThreadLocalRandom.current().nextLong(5_000, 15_000);
  }

  /** Spaces retries at the configured rate, so that each one returns when it can be sent. */
  private synchronized Instant nextSlot(double perSecond) {
    Instant now = clock.instant();
    slot = (slot == null || slot.isBefore(now) ? now : slot).plus(each(perSecond));
    return slot;
  }
}
