package dev.baton.incident;

import dev.baton.engine.Actor;
import java.time.Instant;

/**
 * Something happened to an incident. Published within the transaction that wrote it: who follows it
 * commits or fails together with it.
 *
 * @param holdReason of a hold; null otherwise
 * @param isAnswer whether a person told the client something with it, as a resolution does that a
 *     person wrote
 */
public record IncidentEvent(
    IncidentNumber number,
    IncidentEventKind kind,
    Instant at,
    Actor actor,
    HoldReason holdReason,
    boolean isAnswer) {

  /** What happened. */
  public enum IncidentEventKind {
    /** It arrived at its first team. */
    ASSIGNED,
    /** A person told the client something, or called. */
    ANSWERED,
    /** The client wrote or called. */
    CLIENT_WROTE,
    /** Put on hold, or held for another reason. */
    HELD,
    RESUMED,
    RESOLVED,
    REOPENED,
    CLOSED,
    CANCELLED;

    /** Whether the incident's flow ends with it. */
    public boolean endsTheFlow() {
      return this == CLOSED || this == CANCELLED;
    }
  }
}
