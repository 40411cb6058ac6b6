package dev.baton.notification.web;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** A stored mail of our own. We wrote it, so its HTML is shown as its recipient would get it. */
final class CaughtMailView {

  private CaughtMailView() {}

  /** The HTML part; null if there is none. */
  static String html(byte[] raw) {
    try {
      return html(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A mail of our own that cannot be read", e);
    }
  }

  private static String html(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/html")) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        String html = html(each);
        if (html != null) {
          return html;
        }
      }
    }
    return null;
  }
}
