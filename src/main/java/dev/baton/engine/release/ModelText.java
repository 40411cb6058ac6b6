package dev.baton.engine.release;

import java.util.regex.Pattern;

/** Text of a model, to be shown to people who decide by what they read. */
public final class ModelText {

  /** What changes the direction of text, has no width, or is no text. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u2060-\\u2064\\uFEFF\\u00AD\\u180E"
              + "\\p{Cntrl}&&[^\\t\\r\\n]]");

  private ModelText() {}

  /**
   * The text with what would not be seen, or would change how the rest is seen, written out: {@code
   * [U+202E]}. What joins or separates letters in words of a script or in a sign stays.
   */
  public static String visible(String text) {
    return text == null
        ? null
        : UNSEEN
            .matcher(text)
            .replaceAll(found -> "[U+%04X]".formatted((int) found.group().charAt(0)));
  }

  /** The same, of a label, in one line and no longer than this. */
  public static String label(String text, int most) {
    String line = visible(text).strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
