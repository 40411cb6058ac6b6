package dev.baton.incident;

/** Texts as people type them: trimmed, blank is none, length in characters is limited. */
final class Text {

  private Text() {}

  static String required(String field, String given, int most) {
    String text = optional(field, given, most);
    if (text == null) {
      throw new InvalidInput(field, "This is needed.");
    }
    return text;
  }

  static String optional(String field, String given, int most) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String text = given.strip();
    if (text.codePointCount(0, text.length()) > most) {
      throw new InvalidInput(
          field, "At most %,d characters; these are %,d.".formatted(most, text.length()));
    }
    return text;
  }
}
