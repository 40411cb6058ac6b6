package dev.baton.sla.agreement;

import jakarta.persistence.Entity;
import java.time.Instant;

/** A published version of a calendar. */
@Entity
class CalendarVersion extends DefinitionVersion {

  protected CalendarVersion() {}

  CalendarVersion(String name, int number, String definition, Instant at, String by) {
    super(name, number, definition, at, by);
  }
}
