package dev.baton.audit;

/**
 * An action or an attempted action.
 *
 * @param kind what kind of thing: {@link AuditKind}
 * @param actor sign-in name of who did it, as typed where a sign-in failed; null for whoever is
 *     signed in
 * @param subject what it was done to: a number, a sign-in name, a name of a flow; at most 200
 *     characters
 * @param words what happened in plain words, without secrets; at most 1,000 characters
 */
public record AuditEntry(AuditKind kind, String actor, String subject, String words) {

  /** An action of the signed-in person. */
  public static AuditEntry of(AuditKind kind, String subject, String words) {
    return new AuditEntry(kind, null, subject, words);
  }
}
