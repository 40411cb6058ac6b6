package dev.baton.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds lines and header names in raw bytes. Lines end in CR LF, LF, CR or CR CR LF. */
final class MessageLines {

  private static final Pattern COMMON_HEADER =
      Pattern.compile(
          "(?i)(from|to|cc|bcc|subject|date|sender|reply-to|message-id|in-reply-to|references"
              + "|received|return-path|mime-version|content-[a-z-]+|x-[a-z0-9-]+|list-[a-z-]+"
              + "|precedence|auto-submitted|delivered-to|dkim-signature|user-agent)[ \\t]*:.*");

  private MessageLines() {}

  static int end(byte[] raw, int from, int to) {
    int at = from;
    while (at < to && raw[at] != '\n' && raw[at] != '\r') {
      at++;
    }
    return at;
  }

  /** The start of the next line, given the end of this one. */
  static int next(byte[] raw, int end, int to) {
    if (end >= to) {
      return to;
    }
    if (raw[end] == '\n') {
      return end + 1;
    }
    if (end + 1 < to && raw[end + 1] == '\n') {
      return end + 2;
    }
    boolean doubled = end + 2 < to && raw[end + 1] == '\r' && raw[end + 2] == '\n';
    return doubled ? end + 3 : end + 1;
  }

  static boolean startsWith(byte[] raw, int at, String latin) {
    if (at + latin.length() > raw.length) {
      return false;
    }
    for (int i = 0; i < latin.length(); i++) {
      if ((raw[at + i] & 0xFF) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isBlank(byte[] raw, int from, int to) {
    for (int i = from; i < to; i++) {
      if (raw[i] != ' ' && raw[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The position of the colon after a header name; -1 if the line is not a header. */
  static int colon(byte[] raw, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = raw[i] & 0xFF;
      if (c == ':') {
        return i == from ? -1 : i;
      }
      if (c == ' ' || c == '\t') {
        return colonAfterBlanks(raw, i, to);
      }
      if (c < ' ' || c == 0x7F) {
        return -1;
      }
    }
    return -1;
  }

  private static int colonAfterBlanks(byte[] raw, int from, int to) {
    int at = from;
    while (at < to && (raw[at] == ' ' || raw[at] == '\t')) {
      at++;
    }
    return at < to && raw[at] == ':' ? at : -1;
  }

  static boolean headerFollows(byte[] raw, int from, int to) {
    return from < to && isCommonHeader(raw, from, end(raw, from, to));
  }

  /** Whether a header or a folded line follows a line of white space. */
  static boolean headersContinue(byte[] raw, int from, int to) {
    if (from >= to) {
      return false;
    }
    boolean folded = raw[from] == ' ' || raw[from] == '\t';
    return folded && !isBlank(raw, from, end(raw, from, to)) || headerFollows(raw, from, to);
  }

  static boolean isCommonHeader(byte[] raw, int from, int to) {
    int length = Math.min(to - from, 200);
    return COMMON_HEADER
        .matcher(new String(raw, from, length, StandardCharsets.ISO_8859_1))
        .matches();
  }
}
