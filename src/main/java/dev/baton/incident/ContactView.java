package dev.baton.incident;

import java.time.Instant;

/**
 * A logged contact; incident and client may be null.
 *
 * @param senderVerified whether the desk's mail server vouches for the sender; null for what is no
 *     mail
 */
public record ContactView(
    long id,
    String incident,
    ContactKind kind,
    String client,
    Direction direction,
    Channel channel,
    String from,
    String subject,
    String body,
    Visibility visibility,
    String loggedBy,
    Instant at,
    Boolean senderVerified) {

  /** A mail whose sender nobody vouches for. */
  public boolean isUnverified() {
    return Boolean.FALSE.equals(senderVerified);
  }
}
