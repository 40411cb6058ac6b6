package dev.baton.mail;

import java.util.Locale;
import java.util.Map;

/** Makes file names safe: no folders, no invisible or misleading characters, never blank. */
final class AttachmentNames {

  private static final int MAX_LENGTH = 200;
  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("text/plain", "txt"),
          Map.entry("text/html", "html"),
          Map.entry("text/calendar", "ics"),
          Map.entry("text/csv", "csv"),
          Map.entry("text/vcard", "vcf"),
          Map.entry("text/x-vcard", "vcf"),
          Map.entry("text/rfc822-headers", "txt"),
          Map.entry("message/rfc822", "eml"),
          Map.entry("message/delivery-status", "txt"),
          Map.entry("image/jpeg", "jpg"),
          Map.entry("image/svg+xml", "svg"),
          Map.entry("image/x-icon", "ico"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("application/pkcs7-signature", "p7s"),
          Map.entry("application/pkcs7-mime", "p7m"),
          Map.entry("application/x-pkcs7-signature", "p7s"),
          Map.entry("application/x-pkcs7-mime", "p7m"),
          Map.entry("application/pgp-signature", "asc"),
          Map.entry("application/pgp-encrypted", "asc"),
          Map.entry("application/ms-tnef", "dat"),
          Map.entry("application/octet-stream", "bin"),
          Map.entry("application/msword", "doc"),
          Map.entry("application/vnd.ms-excel", "xls"));

  private AttachmentNames() {}

  /** The last segment of the declared name, or a name derived from the media type. */
  static String safe(String declared, String type) {
    String name = declared == null ? "" : declared;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder plain = new StringBuilder();
    name.codePoints().filter(AttachmentNames::isVisible).forEach(plain::appendCodePoint);
    name = plain.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    if (name.replace(".", "").isBlank()) {
      return defaultName(type);
    }
    return shortened(name);
  }

  private static boolean isVisible(int c) {
    boolean changesDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    boolean invisible = c == 0x200B || c == 0xFEFF || c == 0x200E || c == 0x200F;
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    return !changesDirection && !invisible && !control;
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int keep = MAX_LENGTH - extension.length();
    if (Character.isHighSurrogate(name.charAt(keep - 1))) {
      keep--;
    }
    return name.substring(0, keep) + extension;
  }

  private static String defaultName(String type) {
    int slash = type.indexOf('/');
    String main = type.substring(0, Math.max(0, slash)).replaceAll("[^a-z]", "");
    String sub = type.substring(slash + 1).toLowerCase(Locale.ROOT);
    String extension = EXTENSIONS.getOrDefault(type, sub.replaceAll("^x-|\\+.*$|[^a-z0-9]", ""));
    String base = main.isEmpty() || main.equals("application") ? "attachment" : main;
    return base + "." + (extension.isEmpty() || extension.length() > 5 ? "bin" : extension);
  }
}
