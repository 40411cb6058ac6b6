package dev.baton.database;

/**
 * Patterns for {@code like} that find a text as it was typed, with its percent and underline signs.
 */
public final class LikePattern {

  private LikePattern() {}

  public static String containing(String text) {
    return "%" + escaped(text) + "%";
  }

  public static String beginningWith(String text) {
    return escaped(text) + "%";
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }
}
