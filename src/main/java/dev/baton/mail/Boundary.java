package dev.baton.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where one part of a multipart ends and the next begins. */
final class Boundary {

  /** From the first byte of a part to the one behind its last. */
  record Range(int from, int to) {}

  /** The parts, and whether the closing line was there. */
  record Split(List<Range> ranges, boolean closed) {}

  private enum Line {
    NONE,
    OPENS,
    CLOSES
  }

  private Boundary() {}

  /**
   * The boundary that is in use: the declared one if it occurs in the body, else the first line
   * that looks like one; null if there is none.
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

  /** A boundary with blanks in it may have been folded on the way: its first words will do. */
  private static String beforeBlank(String boundary) {
    int blank = Math.max(boundary.lastIndexOf(' '), boundary.lastIndexOf('\t'));
    return blank < 8 ? boundary : boundary.substring(0, blank).stripTrailing();
  }

  /** A line of two hyphens and more, with a header right behind it. */
  private static String guess(byte[] raw, int from, int to) {
    int at = from;
    while (at < to) {
      int end = Lines.end(raw, at, to);
      int next = Lines.next(raw, end, to);
      boolean candidate = end - at > 3 && Lines.startsWith(raw, at, "--");
      if (candidate && Lines.headerFollows(raw, next, to)) {
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
      int end = Lines.end(raw, at, to);
      Line line = kindOf(raw, at, end, mark);
      int next = Lines.next(raw, end, to);
      if (line != Line.NONE) {
        if (partFrom >= 0 && ranges.size() <= MimeReader.PARTS) {
          ranges.add(new Range(partFrom, Math.max(partFrom, beforeLineEnd(raw, partFrom, at))));
        }
        closed = line == Line.CLOSES;
        partFrom = closed ? -1 : next;
      }
      at = next;
    }
    if (partFrom >= 0 && ranges.size() <= MimeReader.PARTS && (partFrom < to || ranges.isEmpty())) {
      ranges.add(new Range(partFrom, to));
    }
    return new Split(ranges, closed);
  }

  private static Line kindOf(byte[] raw, int from, int to, byte[] mark) {
    if (to - from < mark.length || raw[from] != '-' || raw[from + 1] != '-') {
      return Line.NONE;
    }
    for (int i = 2; i < mark.length; i++) {
      if (raw[from + i] != mark[i]) {
        return Line.NONE;
      }
    }
    int rest = from + mark.length;
    if (isOver(raw, rest, to)) {
      return Line.OPENS;
    }
    boolean hyphens = to - rest >= 2 && raw[rest] == '-' && raw[rest + 1] == '-';
    return hyphens && isOver(raw, rest + 2, to) ? Line.CLOSES : Line.NONE;
  }

  /** Nothing, or a character that cannot go on a boundary (RFC 2046, 5.1.1). */
  private static boolean isOver(byte[] raw, int at, int to) {
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
