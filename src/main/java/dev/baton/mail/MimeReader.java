package dev.baton.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bytes into a tree of parts. Any line end will do; what is missing is guessed and told as a
 * defect; how deep and how many the parts may be is limited, and what lies beyond stays a leaf.
 */
final class MimeReader {

  static final int PARTS = 1_000;
  private static final int DEPTH = 20;
  private static final int HEADERS = 2_000;
  private static final int LONGEST_HEADER = 100_000;
  private static final int JUNK = 100;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\*?\\s*=\\s*\"?([A-Za-z0-9_.:-]+)");

  private final byte[] raw;
  private final List<String> defects;
  private final Charset likely;
  private int parts;

  private MimeReader(byte[] raw, List<String> defects) {
    this.raw = raw;
    this.defects = defects;
    this.likely = likelyCharset(raw);
  }

  static Part read(byte[] raw, List<String> defects) {
    MimeReader reader = new MimeReader(raw, defects);
    int start = reader.startOfHeaders();
    return reader.part(start, raw.length, "text/plain", 0);
  }

  /** What raw bytes in headers are probably written in: as the first text of the mail. */
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

  /** Behind a byte order mark, blank lines and the line with which an mbox separates mails. */
  private int startOfHeaders() {
    int at = Lines.startsWith(raw, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
    while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n' || raw[at] == 0)) {
      at++;
    }
    while (isMboxLine(at)) {
      at = Lines.next(raw, Lines.end(raw, at, raw.length), raw.length);
    }
    return at;
  }

  private boolean isMboxLine(int at) {
    boolean from = Lines.startsWith(raw, at, "From ") || Lines.startsWith(raw, at, ">From ");
    return from && Lines.colon(raw, at, Lines.end(raw, at, raw.length)) < 0;
  }

  private Part part(int from, int to, String defaultType, int depth) {
    ParsingStopped.ifInterrupted();
    Headers headers = new Headers();
    int body = headers(from, to, headers);
    Part part = new Part(headers, raw, body, to, defaultType);
    parts++;
    if (part.is("multipart/")) {
      if (depth >= DEPTH || parts >= PARTS) {
        defects.add("more parts or deeper than is read");
      } else {
        children(part, body, to, depth);
      }
    }
    return part;
  }

  /** A multipart that was encoded as a whole, which the standard forbids, is decoded first. */
  private void children(Part part, int from, int to, int depth) {
    String encoding = part.headers().first("content-transfer-encoding").orElse("").strip();
    String declared = part.parameter("boundary");
    if (encoding.equalsIgnoreCase("base64") && Boundary.find(raw, from, to, declared) == null) {
      MimeReader inner = new MimeReader(part.content(defects), defects);
      inner.parts = parts;
      inner.split(part, 0, inner.raw.length, depth);
      parts = inner.parts;
    } else {
      split(part, from, to, depth);
    }
  }

  private void split(Part owner, int from, int to, int depth) {
    String declared = owner.parameter("boundary");
    String boundary = Boundary.find(raw, from, to, declared);
    if (boundary == null) {
      defects.add("a multipart without its boundary");
      return;
    }
    if (!boundary.equals(declared)) {
      defects.add("a multipart whose boundary is another than it says");
    }
    String childType = owner.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    Boundary.Split split = Boundary.split(raw, from, to, boundary);
    if (!split.closed()) {
      defects.add("a multipart that is not closed");
    }
    for (Boundary.Range range : split.ranges()) {
      if (parts >= PARTS) {
        defects.add("more parts than are read");
        return;
      }
      owner.children().add(part(range.from(), range.to(), childType, depth + 1));
    }
  }

  /** Reads header lines and gives where the body begins. */
  private int headers(int from, int to, Headers headers) {
    int at = from;
    String name = null;
    int valueFrom = from;
    int valueTo = from;
    int count = 0;
    int junk = 0;
    while (at < to) {
      int end = Lines.end(raw, at, to);
      int next = Lines.next(raw, end, to);
      boolean blank = Lines.isBlank(raw, at, end);
      if (end == at || blank && !Lines.goesOn(raw, next, to)) {
        at = next;
        break;
      }
      int colon = Lines.colon(raw, at, end);
      if (raw[at] == ' ' || raw[at] == '\t') {
        valueTo = end;
      } else if (colon > 0 && count++ < HEADERS) {
        keep(headers, name, valueFrom, valueTo);
        name = new String(raw, at, colon - at, StandardCharsets.ISO_8859_1).strip();
        valueFrom = colon + 1;
        valueTo = end;
      } else if (colon < 0 && (junk++ >= JUNK || !isSkippable(at, next, to))) {
        defects.add("no blank line between headers and body");
        break;
      } else {
        defects.add("a header line without a name");
        keep(headers, name, valueFrom, valueTo);
        name = null;
      }
      at = next;
    }
    keep(headers, name, valueFrom, valueTo);
    return Math.min(at, to);
  }

  /** A line that is no header, yet has some behind it before the first blank line. */
  private boolean isSkippable(int at, int next, int to) {
    if (isMboxLine(at)) {
      return true;
    }
    if (Lines.startsWith(raw, at, "--")) {
      return false;
    }
    int line = next;
    for (int i = 0; i < 40 && line < to; i++) {
      int end = Lines.end(raw, line, to);
      if (end == line) {
        return false;
      }
      if (Lines.isCommonHeader(raw, line, end)) {
        return true;
      }
      line = Lines.next(raw, end, to);
    }
    return false;
  }

  private void keep(Headers headers, String name, int from, int to) {
    if (name != null) {
      headers.add(
          name, TransferEncoding.slice(raw, from, Math.min(to, from + LONGEST_HEADER)), likely);
    }
  }

  /** Headers that stand alone, such as those that a report sends back. */
  static Headers headersOf(byte[] raw) {
    List<String> defects = new ArrayList<>();
    MimeReader reader = new MimeReader(raw, defects);
    Headers headers = new Headers();
    reader.headers(reader.startOfHeaders(), raw.length, headers);
    return headers;
  }
}
