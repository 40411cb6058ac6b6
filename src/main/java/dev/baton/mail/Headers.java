package dev.baton.mail;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of a mail or of a part of it, in their order, unfolded; names in lower case. */
final class Headers {

  /** A header: its name in lower case, and its value on one line, words still encoded. */
  record Field(String name, String value) {}

  private final List<Field> fields = new ArrayList<>();

  void add(String name, byte[] value, Charset likely) {
    String text = Charsets.guess(value, likely).replace("\0", "");
    fields.add(new Field(name.toLowerCase(Locale.ROOT), unfolded(text)));
  }

  /** On one line: a line break with the blanks around it becomes one blank. */
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

  List<Field> all() {
    return fields;
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  List<String> values(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  /** The first value that is not blank, words still encoded. */
  Optional<String> first(String name) {
    return values(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  /** The first value that is not blank, in readable words on one line; empty if there is none. */
  String text(String name) {
    return first(name).map(EncodedWords::decode).map(Headers::onOneLine).orElse("");
  }

  /** Without line breaks, tabs, and characters that do not show. */
  static String onOneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    value
        .codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
        .filter(c -> !Character.isISOControl(c) && c != 0xFEFF)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
