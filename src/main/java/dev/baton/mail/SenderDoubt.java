package dev.baton.mail;

/** Why the address in From may not be the sender's. */
public enum SenderDoubt {
  /** The mail does not say who wrote it. */
  NO_SENDER,
  /** It does not name exactly one sender with a plain address. */
  NOT_ONE_SENDER,
  /** Our mail server says nothing about the sender. */
  NOT_CHECKED,
  DMARC_FAILED,
  /** DMARC passed for another domain. */
  DMARC_OF_OTHERS,
  /** Neither DKIM nor SPF passed. */
  NEITHER_PASSED
}
