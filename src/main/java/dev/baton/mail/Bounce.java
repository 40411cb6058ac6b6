package dev.baton.mail;

import java.util.List;

/**
 * Mail that came back, or was reported as late, as RFC 3464 or a common free form says it.
 *
 * @param recipients whom it did not reach; empty when the report names nobody
 * @param originalMessageId of the mail that came back, with brackets; null if it is not told
 */
public record Bounce(List<FailedRecipient> recipients, String originalMessageId) {

  /** Whether the address itself is bad: trying again is of no use. */
  public boolean isPermanent() {
    return recipients.stream().anyMatch(FailedRecipient::isPermanent);
  }

  /**
   * One address and why it was not reached.
   *
   * @param status such as {@code 5.1.1} (RFC 3463); null if it is not told
   * @param diagnostic the other server's words; null if there are none
   */
  public record FailedRecipient(
      String address, String status, String diagnostic, boolean isPermanent) {}
}
