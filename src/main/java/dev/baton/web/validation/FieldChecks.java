package dev.baton.web.validation;

import dev.baton.web.text.LocalizableText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks what was given for a field; a refusal carries the field, and names it by its label, whose
 * text has the key {@code refused.label}, with what would be accepted.
 */
public final class FieldChecks {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private FieldChecks() {}

  public static <T> T notNull(String field, String label, T value) {
    if (value == null) {
      throw missing(field, label);
    }
    return value;
  }

  private static InvalidInput missing(String field, String label) {
    return new InvalidInput(field, LocalizableText.of("refused.missing", text(label)));
  }

  private static LocalizableText text(String label) {
    return LocalizableText.of("refused.label." + label);
  }

  public static String code(String field, String label, String value) {
    String code = text(field, label, value, 64);
    if (!CODE.matcher(code).matches()) {
      throw new InvalidInput(field, LocalizableText.of("refused.code", text(label), code));
    }
    return code;
  }

  public static String text(String field, String label, String value, int longest) {
    String text = optionalText(field, label, value, longest);
    if (text == null) {
      throw missing(field, label);
    }
    return text;
  }

  /** The text without spaces around it; null for nothing but spaces. */
  public static String optionalText(String field, String label, String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.length() > longest) {
      throw new InvalidInput(
          field, LocalizableText.of("refused.tooLong", text(label), longest, text.length()));
    }
    return text;
  }

  /** The address in lower case, or null. */
  public static String address(String value) {
    String address = optionalText("email", "email", value, 320);
    if (address != null && !ADDRESS.matcher(address).matches()) {
      throw new InvalidInput("email", LocalizableText.of("refused.address", address));
    }
    return address == null ? null : address.toLowerCase(Locale.ROOT);
  }

  public static int within(String field, String label, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidInput(
          field, LocalizableText.of("refused.range", text(label), least, most, value));
    }
    return value;
  }
}
