package dev.baton.notification.delivery.smtp;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.MailSettings;
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

  private final MailSettings.Smtp settings;
  private final SmtpConnections connections;
  private final MimeMailWriter mails;
  private final MailCatcher caught;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(AT_A_TIME, true);
  private final Bucket bucket;
  private volatile Rest rest;
  private volatile long lastTook;
  private Instant slot;

  SmtpChannel(
      MailSettings settings,
      SmtpConnections connections,
      MimeMailWriter mails,
      MailCatcher caught,
      Clock clock) {
    this.settings = settings.smtp();
    this.connections = connections;
    this.mails = mails;
    this.caught = caught;
    this.clock = clock;
    this.bucket = settings.smtp().perSecond() > 0 ? bucket(settings.smtp().perSecond()) : null;
  }

  /** Until when the server is left alone, and what it said. */
  private record Rest(Instant until, String words) {}

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
      if (!settings.isThere()) {
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
    if (resting != null && clock.instant().isBefore(resting.until())) {
      throw new ChannelDown("The mail server is left alone for a moment: " + resting.words(), null);
    }
    waitForTurn();
    long begin = System.nanoTime();
    try {
      connections.send(mail);
      rest = null;
    } catch (MessagingException e) {
      if (MailFailure.of(e) instanceof ChannelDown down && isAway(e)) {
        rest = new Rest(clock.instant().plus(REST), down.getMessage());
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
    if (bucket != null && !bucket.tryConsume(1)) {
      turns.release();
      throw new NotYet(nextSlot());
    }
  }

  private static long inAWhile() {
    return ThreadLocalRandom.current().nextLong(5_000, 15_000);
  }

  /** Spaces retries at the configured rate, so that each one returns when it can be sent. */
  private synchronized Instant nextSlot() {
    Instant now = clock.instant();
    slot = (slot == null || slot.isBefore(now) ? now : slot).plus(each(settings.perSecond()));
    return slot;
  }
}
