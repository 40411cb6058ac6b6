package dev.baton.mail;

/** Why the address in From may not be the sender's. */
public enum SenderDoubt {
  NO_SENDER("The mail does not say who wrote it."),
  NOT_ONE_SENDER("The mail does not name exactly one sender with a plain address."),
  NOT_CHECKED("Our mail server says nothing about the sender."),
  DMARC_FAILED("DMARC failed for %s."),
  DMARC_OF_OTHERS("DMARC passed for another domain than %s."),
  NEITHER_PASSED("Neither DKIM nor SPF passed for %s.");

  private final String words;

  SenderDoubt(String words) {
    this.words = words;
  }

  String words(String domain) {
    return words.formatted(domain);
  }
}
