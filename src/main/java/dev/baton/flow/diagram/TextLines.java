package dev.baton.flow.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a label into lines. A server may have no fonts, so the widths are those of Arial and of
 * the fonts made to its measure, in thousandths of the font size.
 */
final class TextLines {

  /** By how much a single word may stick out before it is broken, in pixels. */
  private static final double STICKS_OUT = 8;

  private static final int FIRST = ' ';
  private static final int OTHER = 600;
  private static final double MOST = 1.5;

  /** Places may be of any size; labels of models are about 100 pixels wide. */
  private static final double MOST_TRIES = 200;

  /** From the space to the tilde. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // to ~
  };

  private TextLines() {}

  /** The lines of a text in a width, in pixels. A word that is wider is broken. */
  static List<String> wrapped(String text, double width, double fontSize) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R")) {
      String line = "";
      for (String word : paragraph.strip().split("\\s+")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (width(longer, fontSize) <= width) {
          line = longer;
          continue;
        }
        if (!line.isEmpty()) {
          lines.add(line);
        }
        line = broken(word, width, fontSize, lines);
      }
      lines.add(line);
    }
    return lines;
  }

  /**
   * The same in as many lines as the model has room for, if that can be: another program's font may
   * be a little wider or narrower.
   */
  static List<String> wrapped(String text, double width, double fontSize, int wanted) {
    List<String> lines = wrapped(text, width, fontSize);
    double step = Math.max(1, width / MOST_TRIES);
    double wider = width;
    while (lines.size() > wanted && wider < width * MOST) {
      wider += step;
      lines = wrapped(text, wider, fontSize);
    }
    double narrower = width;
    while (lines.size() < wanted && narrower > width / MOST) {
      narrower -= step;
      lines = wrapped(text, narrower, fontSize);
    }
    return lines;
  }

  /** Adds what fills whole lines, and returns the rest. */
  private static String broken(String word, double width, double fontSize, List<String> lines) {
    int start = 0;
    while (fitting(word, start, width + STICKS_OUT, fontSize) < word.length()) {
      int end = Math.max(start + 1, fitting(word, start, width, fontSize));
      int hyphen = word.lastIndexOf('-', end - 1);
      int cut = hyphen > start && hyphen < end ? hyphen + 1 : end;
      lines.add(word.substring(start, cut));
      start = cut;
    }
    return word.substring(start);
  }

  /** Up to which character the word fits in the width; the last one always does. */
  private static int fitting(String word, int start, double width, double fontSize) {
    double sum = 0;
    int end = start;
    while (end < word.length()) {
      sum += width(word.charAt(end)) * fontSize / 1000;
      if (sum > width && end > start) {
        return end;
      }
      end++;
    }
    return end;
  }

  static double width(String text, double fontSize) {
    int sum = 0;
    for (char c : text.toCharArray()) {
      sum += width(c);
    }
    return sum * fontSize / 1000;
  }

  private static int width(char c) {
    int place = c - FIRST;
    return place >= 0 && place < WIDTHS.length ? WIDTHS[place] : OTHER;
  }
}
