package dev.baton.intake.mail;

/**
 * A mail as the mailbox has it.
 *
 * @param raw the whole mail, or its head alone if it was cut
 */
record FetchedMail(long uid, long size, boolean isCut, byte[] raw) {

  FetchedMail headAlone() {
    return new FetchedMail(uid, size, true, MailHeaderPreview.bytes(raw));
  }
}
