package dev.baton.notification.internal.smtp;

import dev.baton.notification.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * A few connections to the mail server, kept open between mails. All limits of time together stay
 * below the time for which a job is locked.
 */
@Component
class SmtpConnections implements DisposableBean {

  private static final String CONNECT_MILLIS = "4000";
  private static final String READ_MILLIS = "7000";
  private static final String WRITE_MILLIS = "7000";
  private static final long KEPT_NANOS = 20_000_000_000L;
  private static final int MOST_KEPT = 4;

  private final MailSettings.Smtp settings;
  private final Session session;
  private final Deque<Kept> kept = new ArrayDeque<>();

  SmtpConnections(MailSettings settings) {
    this.settings = settings.smtp();
    this.session = Session.getInstance(properties(settings));
  }

  private record Kept(Transport transport, long since) {}

  private static Properties properties(MailSettings mail) {
    MailSettings.Smtp smtp = mail.smtp();
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", smtp.host());
    properties.put("mail.smtp.port", String.valueOf(smtp.port()));
    properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.put("mail.smtp.timeout", READ_MILLIS);
    properties.put("mail.smtp.writetimeout", WRITE_MILLIS);
    properties.put("mail.smtp.from", mail.address()); // what comes back comes to us
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", String.valueOf(smtp.user() != null && !smtp.user().isBlank()));
    properties.put("mail.smtp.ssl.enable", String.valueOf(smtp.tls().equals("ssl")));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = smtp.tls().equals("starttls");
    properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
    properties.put("mail.mime.allowutf8", "true");
    return properties;
  }

  Session session() {
    return session;
  }

  /** Sends over a kept connection or a new one; after a failure the connection is closed. */
  void send(MimeMessage mail) throws MessagingException {
    Transport transport = take();
    boolean done = false;
    try {
      transport.sendMessage(mail, mail.getAllRecipients());
      done = true;
    } finally {
      if (done) {
        giveBack(transport);
      } else {
        close(transport);
      }
    }
  }

  /** Opens a connection, or finds one that is still open. */
  void check() throws MessagingException {
    giveBack(take());
  }

  private Transport take() throws MessagingException {
    for (Kept idle = poll(); idle != null; idle = poll()) {
      if (System.nanoTime() - idle.since() < KEPT_NANOS && idle.transport().isConnected()) {
        return idle.transport();
      }
      close(idle.transport());
    }
    Transport transport = session.getTransport();
    if (settings.user() == null || settings.user().isBlank()) {
      transport.connect();
    } else {
      transport.connect(settings.user(), settings.password());
    }
    return transport;
  }

  private Kept poll() {
    synchronized (kept) {
      return kept.pollLast();
    }
  }

  private void giveBack(Transport transport) {
    synchronized (kept) {
      if (kept.size() < MOST_KEPT) {
        kept.addLast(new Kept(transport, System.nanoTime()));
        return;
      }
    }
    close(transport);
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException alreadyGone) {
      return;
    }
  }

  @Override
  public void destroy() {
    for (Kept idle = poll(); idle != null; idle = poll()) {
      close(idle.transport());
    }
  }
}
