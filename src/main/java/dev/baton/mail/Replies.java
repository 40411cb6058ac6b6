package dev.baton.mail;

/** What a mail adds to those before it. */
final class Replies {

  private Replies() {}

  static String ofText(String text) {
    return text.strip();
  }

  static String ofHtml(String html) {
    return ofText(HtmlText.of(html));
  }

  static String shorter(String one, String other) {
    return other.length() < one.length() && !other.isBlank() ? other : one;
  }
}
