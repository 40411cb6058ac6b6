package dev.baton.sla.agreement;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** A published definition. Never changed: a different definition becomes the next version. */
@MappedSuperclass
abstract class DefinitionVersion {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;
  private int number;
  private String definition;
  private Instant publishedAt;
  private String publishedBy;

  protected DefinitionVersion() {}

  DefinitionVersion(String name, int number, String definition, Instant at, String by) {
    this.name = name;
    this.number = number;
    this.definition = definition;
    this.publishedAt = at;
    this.publishedBy = by;
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  String definition() {
    return definition;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  String publishedBy() {
    return publishedBy;
  }
}
