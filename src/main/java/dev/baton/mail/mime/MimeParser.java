package dev.baton.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a message into a tree of parts. Any line ending is accepted; missing structure is guessed
 * and reported as a defect. Parts beyond the limits on number and nesting are not split further.
 */
public final class MimeParser {

  static final int MAX_PARTS = 1_000;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_HEADERS = 2_000;
  private static final int MAX_HEADER_LENGTH = 100_000;
  private static final int MAX_JUNK_LINES = 100;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\*?\\s*=\\s*\"?([A-Za-z0-9_.:-]+)");

  private final byte[] raw;
  private final List<String> defects;
  private final Charset likely;
  private int parts;

  private MimeParser(byte[] raw, List<String> defects) {
    this.raw = raw;
    this.defects = defects;
    this.likely = likelyCharset(raw);
  }

  public static MimePart parse(byte[] raw, List<String> defects) {
    MimeParser parser = new MimeParser(raw, defects);
    int start = parser.startOfHeaders();
    return parser.part(start, raw.length, "text/plain", 0);
  }

  /** The probable charset of raw bytes in headers: the first that the message declares. */
  private static Charset likelyCharset(byte[] raw) {
    int length = Math.min(raw.length, 32_000);
    Matcher charset = CHARSET.matcher(new String(raw, 0, length, StandardCharsets.ISO_8859_1));
    while (charset.find()) {
      Charset named = Charsets.named(charset.group(1)).orElse(null);
      if (named != null && !named.equals(StandardCharsets.UTF_16)) {
        return named;
      }
    }
    return null;
  }

  /** Skips a byte order mark, blank lines and mbox "From " lines. */
  private int startOfHeaders() {
    int at = MessageLines.startsWith(raw, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n' || raw[at] == 0)) {
      at++;
    }
    while (isMboxLine(at)) {
      at = MessageLines.next(raw, MessageLines.end(raw, at, raw.length), raw.length);
    }
    return at;
  }

  private boolean isMboxLine(int at) {
    boolean from =
        MessageLines.startsWith(raw, at, "From ") || MessageLines.startsWith(raw, at, ">From ");
    return from && MessageLines.colon(raw, at, MessageLines.end(raw, at, raw.length)) < 0;
  }

  private MimePart part(int from, int to, String defaultType, int depth) {
    Interruption.check();
    Headers headers = new Headers();
    int body = headers(from, to, headers);
    MimePart part = new MimePart(headers, raw, body, to, defaultType);
    parts++;
    if (part.is("multipart/")) {
      if (depth >= MAX_DEPTH || parts >= MAX_PARTS) {
        defects.add("too many or too deeply nested parts");
      } else {
        children(part, body, to, depth);
      }
    }
    return part;
  }

  /** Decodes a multipart that is encoded as a whole, which RFC 2045 forbids. */
  private void children(MimePart part, int from, int to, int depth) {
    String encoding = part.headers().first("content-transfer-encoding").orElse("").strip();
    String declared = part.parameter("boundary");
    if (encoding.equalsIgnoreCase("base64") && Boundary.find(raw, from, to, declared) == null) {
      MimeParser inner = new MimeParser(part.content(defects), defects);
      inner.parts = parts;
      inner.split(part, 0, inner.raw.length, depth);
      parts = inner.parts;
    } else {
      split(part, from, to, depth);
    }
  }

  private void split(MimePart owner, int from, int to, int depth) {
    String declared = owner.parameter("boundary");
    String boundary = Boundary.find(raw, from, to, declared);
    if (boundary == null) {
      defects.add("multipart without its boundary");
      return;
    }
    if (!boundary.equals(declared)) {
      defects.add("multipart with a boundary other than declared");
    }
    String childType = owner.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    Boundary.Split split = Boundary.split(raw, from, to, boundary);
    if (!split.closed()) {
      defects.add("multipart that is not closed");
    }
    for (Boundary.Range range : split.ranges()) {
      if (parts >= MAX_PARTS) {
        defects.add("too many parts");
        return;
      }
      owner.add(part(range.from(), range.to(), childType, depth + 1));
    }
  }

  /** Reads header lines and returns the position of the body. */
  private int headers(int from, int to, Headers headers) {
    int at = from;
    String name = null;
    int valueFrom = from;
    int valueTo = from;
    int count = 0;
    int junk = 0;
    while (at < to) {
      int end = MessageLines.end(raw, at, to);
      int next = MessageLines.next(raw, end, to);
      boolean blank = MessageLines.isBlank(raw, at, end);
      if (end == at || blank && !MessageLines.headersContinue(raw, next, to)) {
        at = next;
        break;
      }
      int colon = MessageLines.colon(raw, at, end);
      if (raw[at] == ' ' || raw[at] == '\t') {
        valueTo = end;
      } else if (colon > 0 && count++ < MAX_HEADERS) {
        add(headers, name, valueFrom, valueTo);
        name = new String(raw, at, colon - at, StandardCharsets.ISO_8859_1).strip();
        valueFrom = colon + 1;
        valueTo = end;
      } else if (colon < 0 && (junk++ >= MAX_JUNK_LINES || !isSkippable(at, next, to))) {
        defects.add("no blank line between headers and body");
        break;
      } else {
        defects.add("header line without a name");
        add(headers, name, valueFrom, valueTo);
        name = null;
      }
      at = next;
    }
    add(headers, name, valueFrom, valueTo);
    return Math.min(at, to);
  }

  /** Whether more headers follow an invalid line before the next blank line. */
  private boolean isSkippable(int at, int next, int to) {
    if (isMboxLine(at)) {
      return true;
    }
    if (MessageLines.startsWith(raw, at, "--")) {
      return false;
    }
    int line = next;
    for (int i = 0; i < 40 && line < to; i++) {
      int end = MessageLines.end(raw, line, to);
      if (end == line) {
        return false;
      }
      if (MessageLines.isCommonHeader(raw, line, end)) {
        return true;
      }
      line = MessageLines.next(raw, end, to);
    }
    return false;
  }

  private void add(Headers headers, String name, int from, int to) {
    if (name != null) {
      headers.add(
          name, TransferEncoding.slice(raw, from, Math.min(to, from + MAX_HEADER_LENGTH)), likely);
    }
  }

  /** Parses headers without a body, such as those that a bounce returns. */
  public static Headers parseHeaders(byte[] raw) {
    List<String> defects = new ArrayList<>();
    MimeParser parser = new MimeParser(raw, defects);
    Headers headers = new Headers();
    parser.headers(parser.startOfHeaders(), raw.length, headers);
    return headers;
  }
}
