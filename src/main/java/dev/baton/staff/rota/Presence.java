package dev.baton.staff.rota;

import dev.baton.staff.rota.Absence.AbsenceKind;
import dev.baton.web.text.LocalizableText;
import java.time.Instant;

/**
 * Whether a person is on duty at an instant, and why or why not.
 *
 * @param absence the kind of absence of who is absent, else null
 * @param until when that changes as far as it is known; null for open end
 * @param because a sentence in the person's zone: "on leave until 12 May", "on shift until 18:00"
 */
public record Presence(
    String login,
    String name,
    boolean onDuty,
    Reason reason,
    AbsenceKind absence,
    Instant until,
    String because) {

  /** Why, or why not: in the reader's language. */
  public LocalizableText words() {
    String key = "duty." + (absence == null ? reason : absence).name();
    return until == null
        ? LocalizableText.of(key + ".open")
        : LocalizableText.of(key + ".until", until);
  }

  /** Why, or why not. */
  public enum Reason {
    /** A shift of the weekly pattern. */
    ON_SHIFT,
    /** A one-off shift: taken over, swapped in, or put on top. */
    EXTRA_SHIFT,
    /** No rota is kept for the person at all: on duty unless absent. */
    NO_ROTA,
    OFF_SHIFT,
    ABSENT,
    INACTIVE
  }
}
