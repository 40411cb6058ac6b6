package dev.baton.notification.internal.smtp;

import dev.baton.notification.DeskMail;
import dev.baton.notification.Outgoing;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Writes a message as a mail that no machine should answer and every reader can show. */
@Component
class MimeMail {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int LONGEST_NAME = 100;

  private final DeskMail desk;
  private final Clock clock;

  MimeMail(DeskMail desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * @throws AddressException if the recipient's address is none
   */
  MimeMessage write(Session session, Outgoing outgoing) throws MessagingException {
    MimeMessage mail = new OwnMessageId(session, outgoing.messageId());
    mail.setFrom(new InternetAddress(desk.address(), false));
    mail.setReplyTo(new InternetAddress[] {new InternetAddress(desk.address(), false)});
    mail.setRecipient(RecipientType.TO, recipient(outgoing));
    mail.setSubject(onOneLine(outgoing.content().subject()), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("In-Reply-To", outgoing.threadId());
    mail.setHeader("References", outgoing.threadId());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Precedence", "bulk");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Baton-Loop", desk.loopMark());
    mail.setContent(bodies(outgoing));
    mail.saveChanges();
    return mail;
  }

  static byte[] raw(MimeMessage mail) throws MessagingException {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      mail.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new MessagingException("A mail cannot be written.", e);
    }
  }

  private static MimeMultipart bodies(Outgoing outgoing) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(outgoing.content().text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(outgoing.content().html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  private static InternetAddress recipient(Outgoing outgoing) throws MessagingException {
    InternetAddress address = new InternetAddress(outgoing.address(), true);
    if (outgoing.recipientName() != null) {
      try {
        address.setPersonal(shortened(onOneLine(outgoing.recipientName())), UTF_8);
      } catch (UnsupportedEncodingException e) {
        throw new MessagingException("This Java lacks UTF-8.", e);
      }
    }
    return address;
  }

  /** A line break in a name or a subject would begin a header of somebody else's making. */
  private static String onOneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }

  /** Keeps the Message-ID that it is given. */
  private static final class OwnMessageId extends MimeMessage {

    private final String messageId;

    OwnMessageId(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
