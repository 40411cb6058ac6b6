package dev.baton.mail.mime;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a message or part, in order, unfolded; names in lower case. */
public final class Headers {

  /** A header field: name in lower case, value on one line with encoded words left as they are. */
  public record Field(String name, String value) {}

  private final List<Field> fields = new ArrayList<>();

  void add(String name, byte[] value, Charset likely) {
    String text = Charsets.guess(value, likely).replace("\0", "");
    fields.add(new Field(name.toLowerCase(Locale.ROOT), unfolded(text)));
  }

  /** Replaces each line break and the white space around it by one space. */
  private static String unfolded(String value) {
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return value.strip();
    }
    StringBuilder line = new StringBuilder(value.length());
    boolean broken = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r') {
        broken = true;
        trimEnd(line);
      } else if (!broken || c != ' ' && c != '\t') {
        line.append(broken ? " " : "").append(c);
        broken = false;
      }
    }
    return line.toString().strip();
  }

  private static void trimEnd(StringBuilder line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    line.setLength(end);
  }

  public List<Field> all() {
    return fields;
  }

  public boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  public List<String> values(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  /** The first value that is not blank, with encoded words left as they are. */
  public Optional<String> first(String name) {
    return values(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  /** The first value that is not blank, decoded, on one line; an empty string if there is none. */
  public String text(String name) {
    return first(name).map(EncodedWords::decode).map(Headers::onOneLine).orElse("");
  }

  /** Replaces line breaks and tabs by spaces and drops control characters. */
  public static String onOneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    value
        .codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
        .filter(c -> !Character.isISOControl(c) && c != 0xFEFF)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
