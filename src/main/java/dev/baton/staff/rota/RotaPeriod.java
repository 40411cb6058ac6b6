package dev.baton.staff.rota;

import java.time.Instant;

/**
 * A stretch of somebody's rota, its end not included.
 *
 * @param team whose shift it is; null: of all teams of the person
 * @param absence why they are away, for {@link RotaPeriodKind#ABSENT} alone
 */
public record RotaPeriod(
    String login,
    String name,
    String team,
    Instant from,
    Instant to,
    RotaPeriodKind kind,
    Absence.AbsenceKind absence) {

  /** Works, or does not although there may be a shift. */
  public enum RotaPeriodKind {
    SHIFT,
    EXTRA,
    /** A shift that was given away or taken off. */
    OFF,
    ABSENT;

    public boolean isWork() {
      return this == SHIFT || this == EXTRA;
    }
  }
}
