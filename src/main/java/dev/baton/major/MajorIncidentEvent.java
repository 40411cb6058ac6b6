package dev.baton.major;

import dev.baton.incident.IncidentNumber;
import java.time.Instant;

/**
 * A major incident was declared, had news, or is over. Published within the transaction that
 * recorded it, for the incident and, with its news, for each that belongs to it.
 *
 * @param text for the client to read; null if nobody wrote any
 * @param nextAt when the next news is due; null if none is owed
 * @param person sign-in name of the only person whom it concerns; null for everybody
 */
public record MajorIncidentEvent(
    IncidentNumber incident,
    MajorIncidentEventKind kind,
    Instant at,
    String text,
    Instant nextAt,
    String person) {

  /** What happened. */
  public enum MajorIncidentEventKind {
    DECLARED,
    UPDATED,
    ENDED
  }
}
