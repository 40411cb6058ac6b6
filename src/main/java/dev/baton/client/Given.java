package dev.baton.client;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks what was given for a field; a refusal names the field and what would be accepted. */
final class Given {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Given() {}

  static <T> T notNull(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException("The " + field + " is missing.");
    }
    return value;
  }

  static String code(String field, String value) {
    String code = text(field, value, 64);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "The %s may have lower case letters, digits and hyphens between them, not '%s'."
              .formatted(field, code));
    }
    return code;
  }

  static String text(String field, String value, int longest) {
    String text = optionalText(field, value, longest);
    if (text == null) {
      throw new IllegalArgumentException("The " + field + " is missing.");
    }
    return text;
  }

  /** The text without spaces around it; null for nothing but spaces. */
  static String optionalText(String field, String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "The %s may have %d characters, not %d.".formatted(field, longest, text.length()));
    }
    return text;
  }

  /** The address in lower case, or null. */
  static String address(String value) {
    String address = optionalText("e-mail address", value, 320);
    if (address != null && !ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "The e-mail address must look like name@example.com, not '%s'.".formatted(address));
    }
    return address == null ? null : address.toLowerCase(Locale.ROOT);
  }

  static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "The %s must be from %d to %d, not %d.".formatted(field, least, most, value));
    }
    return value;
  }
}
