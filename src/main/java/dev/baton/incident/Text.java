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

  /** As much of our own words as there is room for. */
  static String shortened(String words, int most) {
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }
}
