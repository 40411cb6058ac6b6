package dev.baton.mail;

import dev.baton.mail.mime.MimeParser;
import dev.baton.mail.mime.MimePart;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Turns message parts into attachments: decodes, names and hashes them. */
final class AttachmentReader {

  private AttachmentReader() {}

  /** The part as an attachment, followed by the files inside if it is a {@code winmail.dat}. */
  static List<MailAttachment> of(MimePart part, List<String> defects) {
    List<MailAttachment> files = new ArrayList<>();
    byte[] content = part.content(defects);
    String id = part.headers().first("content-id").map(AttachmentReader::normalizedId).orElse(null);
    files.add(of(name(part, content), part.type(), content, id));
    if (Tnef.isTnef(content)) {
      files.addAll(Tnef.files(content, defects));
    }
    return files;
  }

  static MailAttachment of(String name, String type, byte[] content, String contentId) {
    return new MailAttachment(
        AttachmentNames.safe(name, type), type, sha256(content), contentId, false, content);
  }

  static MailAttachment withInline(MailAttachment file, boolean isInline) {
    return new MailAttachment(
        file.name(), file.type(), file.sha256(), file.contentId(), isInline, file.content());
  }

  private static String name(MimePart part, byte[] content) {
    String declared = part.fileName();
    if (declared == null && part.type().equals("message/rfc822")) {
      String subject = MimeParser.parseHeaders(content).text("subject");
      return subject.isBlank() ? null : subject.replaceAll("[/\\\\:*?\"<>|]+", " ") + ".eml";
    }
    return declared;
  }

  private static String normalizedId(String id) {
    String plain = id.replaceAll("[\\s<>\"]", "");
    return plain.substring(0, Math.min(plain.length(), 500));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
