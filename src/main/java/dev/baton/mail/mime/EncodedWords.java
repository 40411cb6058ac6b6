package dev.baton.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes encoded words in headers (RFC 2047), also inside other text or cut off. Adjacent words in
 * the same charset are joined as bytes first, because senders split multi-byte characters.
 */
public final class EncodedWords {

  public static final Pattern START =
      Pattern.compile("=\\?([A-Za-z0-9_.:+-]+)(?:\\*[^?]*)?\\?([bBqQ])\\?");

  private static final int MAX_END_MARKS = 50;

  private EncodedWords() {}

  public static String decode(String value) {
    if (!value.contains("=?")) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    Pending pending = new Pending(out);
    Matcher start = START.matcher(value);
    int at = 0;
    while (at <= value.length() && start.find(at)) {
      Interruption.check();
      int from = start.end();
      int to = end(value, from, isQuoted(start));
      pending.between(value.substring(at, start.start()));
      String content = value.substring(from, Math.min(to, value.length()));
      pending.add(start.group(1), bytes(content, isQuoted(start)));
      at = Math.min(to + 2, value.length());
      if (to >= value.length()) {
        break;
      }
    }
    pending.between(null);
    return out.append(value, Math.min(at, value.length()), value.length()).toString();
  }

  /** The position of the closing {@code ?=}; the end of the value if it is missing. */
  public static int end(String value, int from, boolean quoted) {
    int first = value.indexOf("?=", from);
    if (first < 0) {
      return value.length();
    }
    int at = first;
    for (int tries = 0;
        tries < MAX_END_MARKS && quoted && isHex(value, at + 2) && !value.startsWith("=?", at + 2);
        tries++) {
      int next = value.indexOf("?=", at + 2);
      int gap = value.indexOf("=?", at + 2);
      if (next < 0 || gap >= 0 && gap < next) {
        return first;
      }
      at = next;
    }
    return at;
  }

  private static boolean isQuoted(Matcher start) {
    return start.group(2).toLowerCase(Locale.ROOT).equals("q");
  }

  private static boolean isHex(String value, int at) {
    return at + 1 < value.length()
        && Character.digit(value.charAt(at), 16) >= 0
        && Character.digit(value.charAt(at + 1), 16) >= 0;
  }

  private static byte[] bytes(String content, boolean quoted) {
    if (content.chars().anyMatch(c -> c > 0xFF)) {
      return quoted
          ? TransferEncoding.quotedPrintable(content.getBytes(StandardCharsets.UTF_8), true)
          : TransferEncoding.base64(content.getBytes(StandardCharsets.UTF_8));
    }
    byte[] raw = content.getBytes(StandardCharsets.ISO_8859_1);
    return quoted ? TransferEncoding.quotedPrintable(raw, true) : TransferEncoding.base64(raw);
  }

  /** Bytes that are not converted to characters yet, because the next word may continue them. */
  private static final class Pending {
    private final StringBuilder out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private String charset;

    Pending(StringBuilder out) {
      this.out = out;
    }

    void between(String gap) {
      if (gap != null && charset != null && gap.isBlank()) {
        return;
      }
      flush();
      if (gap != null) {
        out.append(gap);
      }
    }

    void add(String label, byte[] bytes) {
      if (charset != null && !charset.equalsIgnoreCase(label)) {
        flush();
      }
      charset = label;
      held.writeBytes(bytes);
    }

    private void flush() {
      if (charset != null) {
        out.append(Charsets.decode(held.toByteArray(), charset));
        held.reset();
        charset = null;
      }
    }
  }
}
