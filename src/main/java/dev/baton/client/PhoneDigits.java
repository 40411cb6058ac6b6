package dev.baton.client;

/** Compares phone numbers by their digits, as the column {@code phone_digits} stores them. */
public final class PhoneDigits {

  private static final int FEWEST = 3;

  private PhoneDigits() {}

  /**
   * The digits without the zeros in front, so that +49 30 123, 0049 30 123 and 030 123 are found
   * alike; empty if the text is not a phone number, or not enough of one.
   */
  public static String of(String text) {
    if (!text.matches("[+0-9()/.\\-\\s\\u00a0\\u2010-\\u2015]+")) {
      return "";
    }
    String digits = text.replace("(0)", "").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    return digits.length() < FEWEST ? "" : digits;
  }
}
