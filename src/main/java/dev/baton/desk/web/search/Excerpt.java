package dev.baton.desk.web.search;

import dev.baton.incident.search.SearchTerms;
import java.util.Locale;

/** The part of a text in which the words that were looked for stand, on one line. */
final class Excerpt {

  private static final int BEFORE = 60;
  private static final int LONGEST = 200;

  private Excerpt() {}

  static String of(String text, SearchTerms words) {
    String line = text.replaceAll("\\s+", " ").strip();
    String lower = line.toLowerCase(Locale.ROOT);
    int first =
        words.each().stream().mapToInt(lower::indexOf).filter(at -> at >= 0).min().orElse(0);
    int from = first <= BEFORE ? 0 : line.indexOf(' ', first - BEFORE) + 1;
    if (from > first) {
      from = first;
    }
    int to = Math.min(line.length(), from + LONGEST);
    return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
  }
}
