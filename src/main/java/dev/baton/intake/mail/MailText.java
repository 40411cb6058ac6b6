package dev.baton.intake.mail;

/** Cuts texts of mails to the length of the desk's own fields. */
final class MailText {

  private static final int SUBJECT = 200;
  private static final int ADDRESS = 320;
  private static final int BODY = 100_000;

  private MailText() {}

  static String subject(String given) {
    return given == null || given.isBlank() ? "(no subject)" : shortened(given.strip(), SUBJECT);
  }

  static String address(String given) {
    return shortened(given, ADDRESS);
  }

  /** The first text that is not blank. */
  static String body(String... given) {
    for (String text : given) {
      if (text != null && !text.isBlank()) {
        return shortened(text.strip(), BODY);
      }
    }
    return "(no text)";
  }

  /** Whether the text is not cut as a body. */
  static boolean keepsAllOf(String text) {
    return text == null || text.codePointCount(0, text.length()) <= BODY;
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
