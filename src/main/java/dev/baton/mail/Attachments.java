package dev.baton.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes files of parts: decoded, named, hashed. */
final class Attachments {

  private Attachments() {}

  /** The part as a file; behind an envelope of Outlook ({@code winmail.dat}) the files in it. */
  static List<MailAttachment> of(Part part, List<String> defects) {
    List<MailAttachment> files = new ArrayList<>();
    byte[] content = part.content(defects);
    String id = part.headers().first("content-id").map(Attachments::bare).orElse(null);
    files.add(of(name(part, content), part.type(), content, id));
    if (Tnef.isOne(content)) {
      files.addAll(Tnef.files(content, defects));
    }
    return files;
  }

  static MailAttachment of(String name, String type, byte[] content, String contentId) {
    return new MailAttachment(
        FileNames.safe(name, type), type, sha256(content), contentId, false, content);
  }

  static MailAttachment inline(MailAttachment file, boolean isInline) {
    return new MailAttachment(
        file.name(), file.type(), file.sha256(), file.contentId(), isInline, file.content());
  }

  private static String name(Part part, byte[] content) {
    String said = part.fileName();
    if (said == null && part.type().equals("message/rfc822")) {
      String subject = MimeReader.headersOf(content).text("subject");
      return subject.isBlank() ? null : subject.replaceAll("[/\\\\:*?\"<>|]+", " ") + ".eml";
    }
    return said;
  }

  private static String bare(String id) {
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
