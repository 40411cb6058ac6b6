package dev.baton.mail;

/**
 * The position of an address without angle brackets, {@code jane@example.org} or {@code "jane
 * doe"@example.org}. The search starts at the at sign and goes outwards, because a regular
 * expression tried at every character would take quadratic time.
 */
record BareAddress(int from, int to) {

  private static final String NEVER_IN_ADDRESS = "<>()[],;:\"'@";
  private static final String NEVER_IN_QUOTED_ADDRESS = "<>,;";

  /** The first address in the text; null if there is none. */
  static BareAddress find(String text) {
    BareAddress plain = plain(text);
    BareAddress quoted = quoted(text);
    if (plain == null || quoted == null) {
      return plain == null ? quoted : plain;
    }
    return quoted.from < plain.from ? quoted : plain;
  }

  static boolean isWhole(String text) {
    BareAddress found = find(text);
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
      while (to < text.length() && isOfDomain(text.charAt(to))) {
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
    return !isBlank(c) && NEVER_IN_ADDRESS.indexOf(c) < 0;
  }

  private static boolean isOfDomain(char c) {
    return !isBlank(c) && NEVER_IN_QUOTED_ADDRESS.indexOf(c) < 0;
  }

  /** The characters that {@code \s} matches. */
  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
