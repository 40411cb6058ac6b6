package dev.baton.audit;

import java.time.Duration;

/** Where whoever lets somebody in, or lets them see or change something, writes it down. */
public interface AuditTrail {

  /**
   * Keeps the entry for good, in the transaction at hand or in one of its own. What was tried, seen
   * or let in is kept also when the transaction at hand is undone. The entry gets the instant, the
   * person who acts, the way in and the address of the request by itself.
   */
  void record(AuditEntry entry);

  /**
   * Keeps the entry within a second or two, without a statement in the request at hand; and only
   * once for the same person, kind, subject and words within a stretch of time.
   *
   * @param once the stretch, counted from midnight UTC; a minute at least
   */
  void note(AuditEntry entry, Duration once);
}
