package dev.baton.notification.delivery.smtp;

import dev.baton.notification.delivery.OutgoingMessage;
import dev.baton.notification.delivery.SenderIdentity;
import dev.baton.staff.DeskProfile;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Writes a message as a mail that autoresponders ignore and every mail client can show. */
@Component
class MimeMailWriter {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int LONGEST_NAME = 100;

  private final SenderIdentity desk;
  private final DeskProfile profile;
  private final Clock clock;

  MimeMailWriter(SenderIdentity desk, DeskProfile profile, Clock clock) {
    this.desk = desk;
    this.profile = profile;
    this.clock = clock;
  }

  /**
   * @throws AddressException if the recipient's address is invalid
   */
  MimeMessage write(Session session, OutgoingMessage outgoing) throws MessagingException {
    MimeMessage mail = new OwnMessageId(session, outgoing.messageId());
    mail.setFrom(sender());
    mail.setReplyTo(new InternetAddress[] {new InternetAddress(desk.address(), false)});
    mail.setRecipient(RecipientType.TO, recipient(outgoing));
    mail.setSubject(onOneLine(outgoing.content().subject()), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    if (outgoing.threadId() != null) {
      mail.setHeader("In-Reply-To", outgoing.threadId());
      mail.setHeader("References", outgoing.threadId());
    }
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Precedence", "bulk");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Baton-Loop", desk.loopMark());
    mail.setContent(outgoing.files().isEmpty() ? bodies(outgoing) : withFiles(outgoing));
    mail.saveChanges();
    return mail;
  }

  /** The desk's address, with its name if it has one. */
  private InternetAddress sender() throws AddressException {
    InternetAddress sender = new InternetAddress(desk.address(), false);
    try {
      sender.setPersonal(profile.ownName().map(MimeMailWriter::onOneLine).orElse(null), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return sender;
  }

  static byte[] raw(MimeMessage mail) throws MessagingException {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      mail.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new MessagingException("A mail cannot be written.", e);
    }
  }

  private static MimeMultipart bodies(OutgoingMessage outgoing) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(outgoing.content().text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(outgoing.content().html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  private static MimeMultipart withFiles(OutgoingMessage outgoing) throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setContent(bodies(outgoing));
    MimeMultipart all = new MimeMultipart("mixed", words);
    for (OutgoingMessage.File file : outgoing.files()) {
      all.addBodyPart(part(file));
    }
    return all;
  }

  /**
   * Sets the file name as RFC 2231 requires, and once more in the form that older mail clients
   * expect.
   */
  private static MimeBodyPart part(OutgoingMessage.File file) throws MessagingException {
    String name = onOneLine(file.name());
    ContentType type = type(file);
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(file.content(), type.getBaseType())));
    type.setParameter("name", encodedWord(name));
    part.setHeader("Content-Type", type.toString());
    ParameterList parameters = new ParameterList();
    parameters.set("filename", name, UTF_8);
    part.setHeader(
        "Content-Disposition", new ContentDisposition(Part.ATTACHMENT, parameters).toString());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static String encodedWord(String name) throws MessagingException {
    try {
      return MimeUtility.encodeWord(name, UTF_8, "B");
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("This Java lacks UTF-8.", e);
    }
  }

  /**
   * Uses the declared type, except that messages and multiparts are sent as bytes, since mail
   * clients would take them apart.
   */
  private static ContentType type(OutgoingMessage.File file) throws ParseException {
    try {
      ContentType said = new ContentType(file.type() == null ? "" : file.type());
      if (!said.match("multipart/*") && !said.match("message/*")) {
        return new ContentType(said.getBaseType());
      }
    } catch (ParseException unreadable) {
      // as bytes
    }
    return new ContentType("application/octet-stream");
  }

  private static InternetAddress recipient(OutgoingMessage outgoing) throws MessagingException {
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

  /** A line break in a name or a subject would inject a header. */
  private static String onOneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }

  /** Keeps the given Message-ID. */
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
