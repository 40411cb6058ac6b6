package dev.baton.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts uuencoded files from text: {@code begin 644 name} to {@code end}. */
public final class Uuencoded {

  private static final Pattern BEGIN =
      Pattern.compile("(?m)^begin(-base64)? [0-7]{3,4} ?([^\\r\\n]{1,255})[ \\t]*\\r?\\n");

  private static final Pattern END = Pattern.compile("(?m)^(end|====)[ \\t\\r]*$");

  /** Any further files remain part of the text. */
  private static final int MAX_FILES = 100;

  /** A file found in a text. */
  public record File(String name, byte[] content) {}

  /** The files, and the text without them. */
  public record Extraction(String text, List<File> files) {}

  private Uuencoded() {}

  public static Extraction extract(String text) {
    if (!text.contains("begin")) {
      return new Extraction(text, List.of());
    }
    List<File> files = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Matcher begin = BEGIN.matcher(text);
    int kept = 0;
    while (files.size() < MAX_FILES && begin.find(kept)) {
      Interruption.check();
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
    return new Extraction(rest.append(text, kept, text.length()).toString(), files);
  }

  /** The first file in a part that is uuencoded as a whole. */
  static Optional<byte[]> first(byte[] raw) {
    Extraction found = extract(new String(raw, StandardCharsets.ISO_8859_1));
    return found.files().stream().findFirst().map(File::content);
  }

  /** The start of the line {@code end} or {@code ====}; the end of the text if it is truncated. */
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
    // Trailing spaces may be lost in transit. The limit stops lines that declare a length but
    // contain no data from growing the result.
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
