package dev.baton.web.validation;

import dev.baton.web.text.LocalizableText;

/** Texts as people type them: trimmed, blank is none, length in characters is limited. */
public final class TextInput {

  private TextInput() {}

  public static String required(String field, String given, int most) {
    return required(field, given, most, LocalizableText.of("refused.fieldRequired"));
  }

  /**
   * @param ask what to say when there is no text
   */
  public static String required(String field, String given, int most, LocalizableText ask) {
    String text = optional(field, given, most);
    if (text == null) {
      throw new InvalidInput(field, ask);
    }
    return text;
  }

  public static String optional(String field, String given, int most) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String text = given.strip();
    if (text.codePointCount(0, text.length()) > most) {
      throw new InvalidInput(field, LocalizableText.of("refused.longText", most, text.length()));
    }
    return text;
  }

  /** As much of our own words as there is room for. */
  public static String shortened(String words, int most) {
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }
}
