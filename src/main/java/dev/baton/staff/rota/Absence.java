package dev.baton.staff.rota;

import java.time.Instant;

/**
 * When somebody is away, whatever the shifts say.
 *
 * @param id 0 for one that is not kept yet
 * @param until the moment of return, or null while it is unknown
 * @param note internal, or null
 */
public record Absence(
    long id, String login, Instant from, Instant until, AbsenceKind kind, String note) {

  /** Why; the words stand after "is". */
  public enum AbsenceKind {
    LEAVE("on leave"),
    SICK("off sick"),
    TRAINING("in training"),
    OTHER("away");

    private final String words;

    AbsenceKind(String words) {
      this.words = words;
    }

    /** Such as "on leave". */
    public String words() {
      return words;
    }
  }
}
