package dev.baton.major;

import dev.baton.incident.InvalidInput;

/** Texts as people give them: trimmed, blank is none, length is limited. */
final class Given {

  static final int LONG = 10_000;
  static final int REASON = 2_000;

  private Given() {}

  static String required(String field, String given, int most, String ask) {
    String text = optional(field, given, most);
    if (text == null) {
      throw new InvalidInput(field, ask);
    }
    return text;
  }

  static String optional(String field, String given, int most) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String text = given.strip();
    if (text.codePointCount(0, text.length()) > most) {
      throw new InvalidInput(field, "At most %,d characters.".formatted(most));
    }
    return text;
  }

  /** As much of the text as fits. */
  static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
