package dev.baton.audit;

import java.time.Duration;

/** Records who was let in, and who saw or changed something. */
public interface AuditTrail {

  /**
   * Keeps the entry for good. What was tried, seen or let in is stored in a transaction of its own,
   * and stays when the one at hand is undone. A change is stored in the transaction that makes it:
   * both are kept, or neither. The entry gets the instant, the person who acts, the way in and the
   * address of the request by itself.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException for a change without a
   *     transaction: a crash could keep the change and lose its entry
   */
  void record(AuditEntry entry);

  /**
   * Keeps the entry once for the same person, kind, subject and words within a stretch of time. It
   * is stored when this returns; where it cannot be, whoever asked must not get what they asked
   * for.
   *
   * @param once the stretch, counted from midnight UTC; a minute at least
   */
  void note(AuditEntry entry, Duration once);
}
