package dev.baton.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the boundary of a multipart (RFC 2046, 5.1.1) and splits the body at it. */
final class Boundary {

  /** The bytes of a part; {@code to} is exclusive. */
  record Range(int from, int to) {}

  /** The parts, and whether the closing delimiter was present. */
  record Split(List<Range> ranges, boolean closed) {}

  private enum Delimiter {
    NONE,
    OPENS,
    CLOSES
  }

  private Boundary() {}

  /**
   * The boundary in use: the declared one if it occurs in the body, otherwise the first line that
   * looks like one; null if there is none.
   */
  static String find(byte[] raw, int from, int to, String declared) {
    if (declared != null && !declared.isBlank()) {
      if (split(raw, from, to, declared).closed()) {
        return declared;
      }
      String stripped = declared.stripTrailing();
      for (String boundary : List.of(stripped, beforeBlank(stripped))) {
        if (!split(raw, from, to, boundary).ranges().isEmpty()) {
          return boundary;
        }
      }
    }
    return guess(raw, from, to);
  }

  /** A boundary that contains spaces may have been folded in transit: drops its last word. */
  private static String beforeBlank(String boundary) {
    int blank = Math.max(boundary.lastIndexOf(' '), boundary.lastIndexOf('\t'));
    return blank < 8 ? boundary : boundary.substring(0, blank).stripTrailing();
  }

  /** A line that starts with two hyphens and is followed by a header. */
  private static String guess(byte[] raw, int from, int to) {
    int at = from;
    while (at < to) {
      int end = MessageLines.end(raw, at, to);
      int next = MessageLines.next(raw, end, to);
      boolean candidate = end - at > 3 && MessageLines.startsWith(raw, at, "--");
      if (candidate && MessageLines.headerFollows(raw, next, to)) {
        String line = new String(raw, at + 2, end - at - 2, StandardCharsets.ISO_8859_1);
        return line.stripTrailing();
      }
      at = next;
    }
    return null;
  }

  static Split split(byte[] raw, int from, int to, String boundary) {
    List<Range> ranges = new ArrayList<>();
    byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    int partFrom = -1;
    boolean closed = false;
    int at = from;
    while (at < to) {
      int end = MessageLines.end(raw, at, to);
      Delimiter delimiter = delimiterAt(raw, at, end, mark);
      int next = MessageLines.next(raw, end, to);
      if (delimiter != Delimiter.NONE) {
        if (partFrom >= 0 && ranges.size() <= MimeParser.MAX_PARTS) {
          ranges.add(new Range(partFrom, Math.max(partFrom, beforeLineEnd(raw, partFrom, at))));
        }
        closed = delimiter == Delimiter.CLOSES;
        partFrom = closed ? -1 : next;
      }
      at = next;
    }
    if (partFrom >= 0
        && ranges.size() <= MimeParser.MAX_PARTS
        && (partFrom < to || ranges.isEmpty())) {
      ranges.add(new Range(partFrom, to));
    }
    return new Split(ranges, closed);
  }

  private static Delimiter delimiterAt(byte[] raw, int from, int to, byte[] mark) {
    if (to - from < mark.length || raw[from] != '-' || raw[from + 1] != '-') {
      return Delimiter.NONE;
    }
    for (int i = 2; i < mark.length; i++) {
      if (raw[from + i] != mark[i]) {
        return Delimiter.NONE;
      }
    }
    int rest = from + mark.length;
    if (endsBoundary(raw, rest, to)) {
      return Delimiter.OPENS;
    }
    boolean hyphens = to - rest >= 2 && raw[rest] == '-' && raw[rest + 1] == '-';
    return hyphens && endsBoundary(raw, rest + 2, to) ? Delimiter.CLOSES : Delimiter.NONE;
  }

  /** The end of the line, or a character that cannot be part of a boundary. */
  private static boolean endsBoundary(byte[] raw, int at, int to) {
    return at >= to || !Character.isLetterOrDigit(raw[at]) && "'()+_,-./:=?".indexOf(raw[at]) < 0;
  }

  private static int beforeLineEnd(byte[] raw, int from, int lineStart) {
    int at = lineStart;
    if (at > from && raw[at - 1] == '\n') {
      at--;
    }
    if (at > from && raw[at - 1] == '\r') {
      at--;
    }
    return at;
  }
}
