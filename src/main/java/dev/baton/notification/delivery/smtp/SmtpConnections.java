package dev.baton.notification.delivery.smtp;

import dev.baton.notification.MailServer;
import dev.baton.notification.MailSettings;
import dev.baton.notification.OutgoingMail;
import dev.baton.notification.delivery.SocketDeadlines;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps a few connections to the mail server open between mails. Everything done over a connection
 * ends within {@link #LONGEST} in total, which is below the lock time of a job. Timeouts of single
 * reads would not be enough if a server answers byte by byte.
 */
@Component
class SmtpConnections implements DisposableBean {

  private static final String CONNECT_MILLIS = "4000";
  private static final String READ_MILLIS = "7000";
  private static final String WRITE_MILLIS = "7000";
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long KEPT_NANOS = 20_000_000_000L;
  private static final int MOST_KEPT = 4;

  private final Supplier<MailServer> settings;
  private final SocketDeadlines deadlines = new SocketDeadlines("smtp-deadlines");
  private final Duration longest;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private volatile Opened opened;

  @Autowired
  SmtpConnections(OutgoingMail mail) {
    this(mail::current, LONGEST);
  }

  SmtpConnections(Supplier<MailServer> settings, Duration longest) {
    this.longest = longest;
    this.settings = settings;
  }

  /** The session of a server; another server gets another one. */
  private record Opened(MailServer server, Session session) {}

  private record OpenConnection(Transport transport, Socket socket, Session session) {}

  private record Kept(OpenConnection open, long since) {}

  private static Properties properties(MailServer mail, SocketDeadlines deadlines) {
    MailSettings.Smtp smtp = mail.smtp();
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", smtp.host());
    properties.put("mail.smtp.port", String.valueOf(smtp.port()));
    properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.put("mail.smtp.timeout", READ_MILLIS);
    properties.put("mail.smtp.writetimeout", WRITE_MILLIS);
    properties.put("mail.smtp.socketFactory", deadlines.sockets());
    properties.put("mail.smtp.socketFactory.fallback", "false");
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
    return opened().session();
  }

  private Opened opened() {
    MailServer server = settings.get();
    Opened last = opened;
    if (last == null || !last.server().equals(server)) {
      last = new Opened(server, Session.getInstance(properties(server, deadlines)));
      opened = last;
    }
    return last;
  }

  /** Sends over an open or a new connection; closes the connection after a failure. */
  void send(MimeMessage mail) throws MessagingException {
    try (SocketDeadlines.Deadline deadline = deadlines.begin(longest)) {
      OpenConnection open = take(deadline);
      boolean done = false;
      try {
        open.transport().sendMessage(mail, mail.getAllRecipients());
        done = true;
      } finally {
        if (done) {
          giveBack(open);
        } else {
          close(open);
        }
      }
    }
  }

  /** Opens a connection, or finds one that is still open. */
  void check() throws MessagingException {
    try (SocketDeadlines.Deadline deadline = deadlines.begin(longest)) {
      giveBack(take(deadline));
    }
  }

  private OpenConnection take(SocketDeadlines.Deadline deadline) throws MessagingException {
    Opened now = opened();
    for (Kept idle = poll(); idle != null; idle = poll()) {
      deadline.guard(idle.open().socket());
      if (idle.open().session() == now.session()
          && System.nanoTime() - idle.since() < KEPT_NANOS
          && idle.open().transport().isConnected()) {
        return idle.open();
      }
      close(idle.open());
    }
    Transport transport = now.session().getTransport();
    MailSettings.Smtp smtp = now.server().smtp();
    if (smtp.user() == null || smtp.user().isBlank()) {
      transport.connect();
    } else {
      transport.connect(smtp.user(), smtp.password());
    }
    List<Socket> sockets = deadline.guarded();
    return new OpenConnection(transport, sockets.get(sockets.size() - 1), now.session());
  }

  private Kept poll() {
    synchronized (kept) {
      return kept.pollLast();
    }
  }

  private void giveBack(OpenConnection open) {
    synchronized (kept) {
      if (kept.size() < MOST_KEPT) {
        kept.addLast(new Kept(open, System.nanoTime()));
        return;
      }
    }
    close(open);
  }

  private static void close(OpenConnection open) {
    try {
      open.transport().close();
    } catch (MessagingException alreadyGone) {
      return;
    }
  }

  @Override
  public void destroy() {
    for (Kept idle = poll(); idle != null; idle = poll()) {
      close(idle.open());
    }
    deadlines.close();
  }
}
