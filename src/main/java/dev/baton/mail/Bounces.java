package dev.baton.mail;

/** Recognises mail that came back. */
final class Bounces {

  private Bounces() {}

  static Bounce of(Part root, MailAddress from, String subject, String text) {
    return null;
  }
}
