package dev.baton.mail;

import java.util.List;
import java.util.regex.Pattern;

/** How far a run of quoted lines goes, with the blank lines behind it. */
final class Quotation {

  private static final Pattern LINK_LINE = Pattern.compile("^\\s*[(<]\\s*https?://\\S+.*");

  private Quotation() {}

  static int end(List<String> lines, int from) {
    int at = from;
    int quotedEnd = from;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (Replies.isQuoted(line)) {
        quotedEnd = at + 1;
      } else if (!line.isBlank() && !isBrokenLink(lines, at)) {
        break;
      }
      at++;
    }
    return Math.max(at, quotedEnd);
  }

  /** A link that a mail program wrapped out of its quotation. */
  private static boolean isBrokenLink(List<String> lines, int at) {
    if (at == 0 || at + 1 >= lines.size() || !Replies.isQuoted(lines.get(at + 1))) {
      return false;
    }
    String before = lines.get(at - 1);
    boolean open =
        before.lastIndexOf("(http") > before.lastIndexOf(')')
            || before.lastIndexOf("<http") > before.lastIndexOf('>') && before.contains("<http");
    return Replies.isQuoted(before) && (open || LINK_LINE.matcher(lines.get(at)).matches());
  }
}
