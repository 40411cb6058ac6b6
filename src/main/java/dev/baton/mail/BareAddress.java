package dev.baton.mail;

/**
 * An address that stands in a text without brackets, {@code jane@example.org} or {@code "jane
 * doe"@example.org}. Looked for from its at sign outwards: an expression that begins at each letter
 * would cost the square of the length.
 */
record BareAddress(int from, int to) {

  private static final String NEVER = "<>()[],;:\"'@";
  private static final String NOT_BEHIND_QUOTES = "<>,;";

  /** The first in the text; null if there is none. */
  static BareAddress in(String text) {
    BareAddress plain = plain(text);
    BareAddress quoted = quoted(text);
    if (plain == null || quoted == null) {
      return plain == null ? quoted : plain;
    }
    return quoted.from < plain.from ? quoted : plain;
  }

  static boolean isAll(String text) {
    BareAddress found = in(text);
    return found != null && found.from == 0 && found.to == text.length();
  }

  String of(String text) {
    return text.substring(from, to);
  }

  private static BareAddress plain(String text) {
    int least = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int from = at;
      while (from > least && isOfAddress(text.charAt(from - 1))) {
        from--;
      }
      int to = at + 1;
      while (to < text.length() && isOfAddress(text.charAt(to))) {
        to++;
      }
      if (from < at && to > at + 1) {
        return new BareAddress(from, to);
      }
      least = at + 1;
    }
    return null;
  }

  private static BareAddress quoted(String text) {
    int least = 0;
    for (int close = text.indexOf("\"@"); close >= 0; close = text.indexOf("\"@", close + 1)) {
      int open = close - 1;
      while (open >= least && text.charAt(open) != '"') {
        open--;
      }
      int to = close + 2;
      while (to < text.length() && isBehindQuotes(text.charAt(to))) {
        to++;
      }
      if (open >= least && open < close - 1 && to > close + 2) {
        return new BareAddress(open, to);
      }
      least = close;
    }
    return null;
  }

  private static boolean isOfAddress(char c) {
    return !isBlank(c) && NEVER.indexOf(c) < 0;
  }

  private static boolean isBehindQuotes(char c) {
    return !isBlank(c) && NOT_BEHIND_QUOTES.indexOf(c) < 0;
  }

  /** As {@code \s} has it. */
  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
