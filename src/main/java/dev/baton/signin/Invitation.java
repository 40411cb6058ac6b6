package dev.baton.signin;

import java.time.Instant;

/**
 * An agent's invitation to set the password.
 *
 * @param invitedBy sign-in name of the administrator
 * @param expiresAt when its link stops working; null as long as no mail went out
 * @param sendAt when its mail goes out, or goes out again; null if nothing is left to send
 * @param tries how often sending was attempted
 * @param sentAt null if the mail has not been sent
 * @param lastError what the mail server said when it did not take the mail; null if it did
 */
public record Invitation(
    String login,
    Instant invitedAt,
    String invitedBy,
    Instant expiresAt,
    Instant sendAt,
    int tries,
    Instant sentAt,
    String lastError) {

  /** Whether the mail could not be delivered, and nobody tries again. */
  public boolean isUndeliverable() {
    return sendAt == null && sentAt == null;
  }
}
