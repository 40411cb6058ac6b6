package dev.baton.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the client wrote since the desk's last message.
 *
 * @param since when the first of it came
 * @param unreadSince when the first of it came that the assignee has not read; null if they have
 */
@Embeddable
public record UnansweredReply(
    @Column(name = "unanswered_since") Instant since,
    @Column(name = "unread_since") Instant unreadSince) {

  public boolean isUnread() {
    return unreadSince != null;
  }

  /** Both together: since the first of them. */
  UnansweredReply and(UnansweredReply other) {
    return new UnansweredReply(first(since, other.since), first(unreadSince, other.unreadSince));
  }

  private static Instant first(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
