package dev.baton.sla;

import jakarta.persistence.Entity;
import java.time.Instant;

/** A published version of a calendar. */
@Entity
class CalendarVersion extends StoredVersion {

  protected CalendarVersion() {}

  CalendarVersion(String name, int number, String definition, Instant at, String by) {
    super(name, number, definition, at, by);
  }
}
