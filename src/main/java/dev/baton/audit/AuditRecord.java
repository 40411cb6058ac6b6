package dev.baton.audit;

import java.time.Instant;

/**
 * One line of the trail as it is read.
 *
 * @param actor sign-in name, or "flow"
 * @param origin the way in: API, Tasklist, Cockpit, Desk, Sign-in, Flow
 * @param address of the request, or null
 * @param source who kept the record: the desk, or the engine of itself
 */
public record AuditRecord(
    Instant at,
    AuditKind kind,
    String actor,
    String origin,
    String address,
    String subject,
    String words,
    Source source) {

  /** Who kept a record. */
  public enum Source {
    DESK,
    ENGINE
  }
}
