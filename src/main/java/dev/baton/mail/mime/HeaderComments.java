package dev.baton.mail.mime;

/** Comments in header fields (RFC 5322, 3.2.2): text in parentheses, which may be nested. */
public final class HeaderComments {

  private HeaderComments() {}

  /** The value without its comments; unchanged if a parenthesis has no counterpart at all. */
  public static String remove(String value) {
    if (value.indexOf('(') < 0 || value.indexOf(')') < 0) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && depth > 0) {
        i++;
        continue;
      }
      if (c == '"' && depth == 0) {
        quoted = !quoted;
      }
      if (c == '(' && !quoted) {
        depth++;
      } else if (c == ')' && !quoted && depth > 0) {
        depth--;
      } else if (depth == 0) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
