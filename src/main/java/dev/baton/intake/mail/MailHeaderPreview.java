package dev.baton.intake.mail;

import static java.util.Locale.ROOT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header of a stored mail that is not yet parsed, or cannot be parsed. */
final class MailHeaderPreview {

  private static final int LONGEST = 256 * 1024;
  private static final int LONGEST_LINE = 200;
  private static final Pattern END = Pattern.compile("\\r?\\n\\r?\\n");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^message-id[ \\t]*:\\s*(<[^>\\r\\n]*>)");

  private MailHeaderPreview() {}

  /** With its brackets; empty if it has none in the usual form. */
  static Optional<String> messageId(byte[] raw) {
    Matcher found = MESSAGE_ID.matcher(of(raw));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The first lines of the head that begin with these names, as they stand there. */
  static List<String> lines(byte[] raw, List<String> names) {
    return of(raw)
        .lines()
        .filter(
            line -> names.stream().anyMatch(name -> line.toLowerCase(ROOT).startsWith(name + ":")))
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
        .limit(names.size())
        .toList();
  }

  /** The header as bytes, with the empty line that ends it. */
  static byte[] bytes(byte[] raw) {
    return (of(raw) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String of(byte[] raw) {
    String head = new String(raw, 0, Math.min(raw.length, LONGEST), StandardCharsets.ISO_8859_1);
    Matcher end = END.matcher(head);
    return end.find() ? head.substring(0, end.start()) : head;
  }
}
