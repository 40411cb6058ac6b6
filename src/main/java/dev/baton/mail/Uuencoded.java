package dev.baton.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that old programs wrote into the text between {@code begin 644 name} and {@code end}. */
final class Uuencoded {

  private static final Pattern BEGIN =
      Pattern.compile("(?m)^begin(-base64)? [0-7]{3,4} ?([^\\r\\n]{1,255})[ \\t]*\\r?\\n");

  private static final Pattern END = Pattern.compile("(?m)^(end|====)[ \\t\\r]*$");

  /** Of more files than these in one text, the rest stays text. */
  private static final int MOST = 100;

  /** A file found in a text. */
  record File(String name, byte[] content) {}

  /** The text without the files, and the files. */
  record Found(String text, List<File> files) {}

  private Uuencoded() {}

  static Found in(String text) {
    if (!text.contains("begin")) {
      return new Found(text, List.of());
    }
    List<File> files = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Matcher begin = BEGIN.matcher(text);
    int kept = 0;
    while (files.size() < MOST && begin.find(kept)) {
      ParsingStopped.ifInterrupted();
      int end = endOf(text, begin.end());
      if (end < 0) {
        break;
      }
      String lines = text.substring(begin.end(), end);
      byte[] content = begin.group(1) == null ? decode(lines) : base64(lines);
      if (content.length == 0) {
        break;
      }
      files.add(new File(begin.group(2).strip(), content));
      rest.append(text, kept, begin.start());
      int line = text.indexOf('\n', end);
      kept = line < 0 ? text.length() : line + 1;
    }
    return new Found(rest.append(text, kept, text.length()).toString(), files);
  }

  /** The one file of a part that is encoded so as a whole. */
  static Optional<byte[]> only(byte[] raw) {
    Found found = in(new String(raw, StandardCharsets.ISO_8859_1));
    return found.files().stream().findFirst().map(File::content);
  }

  /** Where the line {@code end} (or {@code ====}) begins; the text's end if it was cut off. */
  private static int endOf(String text, int from) {
    Matcher end = END.matcher(text);
    if (end.find(from)) {
      return end.start();
    }
    return looksEncoded(text, from) ? text.length() : -1;
  }

  private static boolean looksEncoded(String text, int from) {
    return from < text.length() && text.charAt(from) == 'M' && text.indexOf('\n', from) - from > 60;
  }

  private static byte[] base64(String lines) {
    return TransferEncoding.base64(lines.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] decode(String lines) {
    // Blanks at the end of a line may be lost on the way; a line of nothing but its length is a
    // lie.
    int most = lines.length() + 1_000;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : lines.split("\\r?\\n|\\r")) {
      int said = line.isEmpty() ? 0 : line.charAt(0) - ' ' & 63;
      int length = Math.min(said, most - out.size());
      for (int i = 1; length > 0; i += 4) {
        int group = value(line, i) << 18 | value(line, i + 1) << 12;
        group |= value(line, i + 2) << 6 | value(line, i + 3);
        for (int shift = 16; shift >= 0 && length > 0; shift -= 8, length--) {
          out.write(group >> shift);
        }
      }
    }
    return out.toByteArray();
  }

  private static int value(String line, int at) {
    return at < line.length() ? line.charAt(at) - ' ' & 63 : 0;
  }
}
