package dev.baton.incident.tag;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A tag as it is stored: lower case, so that an incident has each word once. */
public record TagName(String value) {

  /** The longest tag. */
  public static final int LONGEST = 40;

  private static final Pattern ACCEPTED =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._:+&#-]*");

  /** As it would be stored, or its beginning; accepted or not. */
  public static String written(String typed) {
    return Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC)
        .replaceAll("\\s+", " ")
        .strip()
        .replaceFirst("^#\\s*", "")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what somebody typed; a leading # and superfluous spaces are left out.
   *
   * @throws InvalidInput with the field {@code tag} if it is not accepted
   */
  public static TagName of(String typed) {
    String text = written(typed);
    if (text.isEmpty()) {
      throw new InvalidInput("tag", LocalizableText.of("refused.tag.none"));
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new InvalidInput("tag", LocalizableText.of("refused.tag.long", LONGEST));
    }
    if (!ACCEPTED.matcher(text).matches()) {
      throw new InvalidInput("tag", LocalizableText.of("refused.tag.form", text));
    }
    return new TagName(text);
  }
}
