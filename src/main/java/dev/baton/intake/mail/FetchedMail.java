package dev.baton.intake.mail;

/**
 * A mail as fetched from the mailbox.
 *
 * @param raw the whole mail, or only its header if it was too large
 */
record FetchedMail(long uid, long size, boolean isCut, byte[] raw) {

  FetchedMail headAlone() {
    return new FetchedMail(uid, size, true, MailHeaderPreview.bytes(raw));
  }
}
