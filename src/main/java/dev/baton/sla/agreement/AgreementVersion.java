package dev.baton.sla.agreement;

import jakarta.persistence.Entity;
import java.time.Instant;

/** An agreement as it was published. */
@Entity
class AgreementVersion extends DefinitionVersion {

  protected AgreementVersion() {}

  AgreementVersion(String name, int number, String definition, Instant at, String by) {
    super(name, number, definition, at, by);
  }
}
