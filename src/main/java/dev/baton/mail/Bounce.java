package dev.baton.mail;

import java.util.List;

/**
 * A report that a mail was not delivered or is delayed, either in the form of RFC 3464 or in a mail
 * server's own words.
 *
 * @param recipients those not reached; empty if the report names none
 * @param originalMessageId of the undelivered mail, in angle brackets; null if not given
 */
public record Bounce(List<FailedRecipient> recipients, String originalMessageId) {

  /** Whether an address is invalid, so that trying again is pointless. */
  public boolean isPermanent() {
    return recipients.stream().anyMatch(FailedRecipient::isPermanent);
  }

  /**
   * An address that was not reached, and why.
   *
   * @param status an enhanced status code (RFC 3463) such as {@code 5.1.1}; null if not given
   * @param diagnostic the remote server's explanation; null if not given
   */
  public record FailedRecipient(
      String address, String status, String diagnostic, boolean isPermanent) {}
}
