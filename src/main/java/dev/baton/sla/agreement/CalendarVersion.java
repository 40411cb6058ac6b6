package dev.baton.sla.agreement;

import jakarta.persistence.Entity;
import java.time.Instant;

/** A calendar as it was published. */
@Entity
class CalendarVersion extends DefinitionVersion {

  protected CalendarVersion() {}

  CalendarVersion(String name, int number, String definition, Instant at, String by) {
    super(name, number, definition, at, by);
  }
}
