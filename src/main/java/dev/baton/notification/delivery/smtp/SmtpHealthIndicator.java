package dev.baton.notification.delivery.smtp;

import dev.baton.notification.MailSettings;
import jakarta.mail.MessagingException;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Reports whether the mail server accepts connections; checks at most twice a minute. */
@Component
class SmtpHealthIndicator extends AbstractHealthIndicator {

  private static final long KEPT_NANOS = 30_000_000_000L;

  private final MailSettings.Smtp settings;
  private final SmtpConnections connections;
  private Seen seen;

  SmtpHealthIndicator(MailSettings settings, SmtpConnections connections) {
    this.settings = settings.smtp();
    this.connections = connections;
  }

  private record Seen(long at, String trouble) {}

  @Override
  protected synchronized void doHealthCheck(Health.Builder builder) {
    if (!settings.isThere()) {
      builder.up().withDetail("server", "none: mail is caught");
      return;
    }
    if (seen == null || System.nanoTime() - seen.at() > KEPT_NANOS) {
      seen = new Seen(System.nanoTime(), trouble());
    }
    builder.withDetail("server", settings.host() + ":" + settings.port());
    if (seen.trouble() == null) {
      builder.up();
    } else {
      builder.down().withDetail("trouble", seen.trouble());
    }
  }

  private String trouble() {
    try {
      connections.check();
      return null;
    } catch (MessagingException e) {
      return e.toString();
    }
  }
}
