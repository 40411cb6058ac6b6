package dev.baton.mail.reply;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the end of a block of quoted lines, including the blank lines after it. */
final class QuotedBlock {

  private static final Pattern LINK_LINE = Pattern.compile("^\\s*[(<]\\s*https?://\\S+.*");

  private QuotedBlock() {}

  static int endOf(List<String> lines, int from) {
    int at = from;
    int quotedEnd = from;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (ReplyExtractor.isQuoted(line)) {
        quotedEnd = at + 1;
      } else if (!line.isBlank() && !isBrokenLink(lines, at)) {
        break;
      }
      at++;
    }
    return Math.max(at, quotedEnd);
  }

  /** A link that a mail program moved to a line of its own when wrapping quoted text. */
  private static boolean isBrokenLink(List<String> lines, int at) {
    if (at == 0 || at + 1 >= lines.size() || !ReplyExtractor.isQuoted(lines.get(at + 1))) {
      return false;
    }
    String before = lines.get(at - 1);
    boolean open =
        before.lastIndexOf("(http") > before.lastIndexOf(')')
            || before.lastIndexOf("<http") > before.lastIndexOf('>') && before.contains("<http");
    return ReplyExtractor.isQuoted(before) && (open || LINK_LINE.matcher(lines.get(at)).matches());
  }
}
