package dev.baton.audit;

/** Where whoever lets somebody in, or lets them see or change something, writes it down. */
public interface AuditTrail {

  /**
   * Keeps the entry for good, in the transaction at hand or in one of its own. The entry gets the
   * instant, the person who acts, the way in and the address of the request by itself.
   */
  void record(AuditEntry entry);
}
