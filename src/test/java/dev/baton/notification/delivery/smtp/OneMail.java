package dev.baton.notification.delivery.smtp;

import dev.baton.notification.MailServer;
import dev.baton.notification.MailSettings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;

/**
 * Sends one mail from a process of its own, whose trust in certificates can be chosen; says whether
 * it was taken, or why not. Arguments: host, port, {@code ssl} or {@code starttls}.
 */
final class OneMail {

  private OneMail() {}

  public static void main(String[] given) throws Exception {
    MailServer server =
        new MailServer(
            "desk@baton.example",
            new MailSettings.Smtp(given[0], Integer.parseInt(given[1]), null, null, given[2], 0));
    SmtpConnections connections = new SmtpConnections(() -> server, Duration.ofSeconds(20));
    MimeMessage mail = new MimeMessage(connections.session());
    mail.setFrom(new InternetAddress("desk@baton.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("rita@acme.example"));
    mail.setSubject("Under lock and key");
    mail.setText("Nobody on the way reads this.");
    mail.saveChanges();
    try {
      connections.send(mail);
      System.out.println("TAKEN");
    } catch (MessagingException refused) {
      for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
        System.out.println("REFUSED " + cause);
      }
    } finally {
      connections.destroy();
    }
  }
}
