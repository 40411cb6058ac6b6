package dev.baton.sla.agreement;

import jakarta.persistence.Entity;
import java.time.Instant;

/** A published version of an agreement. */
@Entity
class AgreementVersion extends DefinitionVersion {

  protected AgreementVersion() {}

  AgreementVersion(String name, int number, String definition, Instant at, String by) {
    super(name, number, definition, at, by);
  }
}
