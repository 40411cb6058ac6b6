package dev.baton.notification.delivery.smtp;

import dev.baton.notification.MailServer;
import dev.baton.notification.OutgoingMail;
import jakarta.mail.MessagingException;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Reports whether the mail server accepts connections; checks at most twice a minute. */
@Component
class SmtpHealthIndicator extends AbstractHealthIndicator {

  private static final long KEPT_NANOS = 30_000_000_000L;

  private final OutgoingMail mail;
  private final SmtpConnections connections;
  private Seen seen;

  SmtpHealthIndicator(OutgoingMail mail, SmtpConnections connections) {
    this.mail = mail;
    this.connections = connections;
  }

  private record Seen(MailServer server, long at, String trouble) {}

  @Override
  protected synchronized void doHealthCheck(Health.Builder builder) {
    MailServer server = mail.current();
    if (!server.smtp().isThere()) {
      builder.up().withDetail("server", "none: mail is caught");
      return;
    }
    if (seen == null
        || !seen.server().equals(server)
        || System.nanoTime() - seen.at() > KEPT_NANOS) {
      seen = new Seen(server, System.nanoTime(), trouble());
    }
    builder.withDetail("server", server.smtp().host() + ":" + server.smtp().port());
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
