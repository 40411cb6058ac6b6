package dev.baton.intake.internal.api;

import dev.baton.sla.AgreementDefinition;
import dev.baton.sla.PublishedVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A version of an agreement at the API. */
@Schema(name = "AgreementVersion", description = "An agreement as it was published")
record AgreementVersionBody(
    @Schema(example = "acme-gold") String name,
    @Schema(description = "Counted from 1 within the name", example = "2") int version,
    Instant publishedAt,
    @Schema(description = "Sign-in name") String publishedBy,
    AgreementBody definition) {

  static AgreementVersionBody of(PublishedVersion<AgreementDefinition> version) {
    return new AgreementVersionBody(
        version.name(),
        version.number(),
        version.publishedAt(),
        version.publishedBy(),
        AgreementBody.of(version.definition()));
  }

  /** An agreement with all its versions. */
  @Schema(name = "AgreementHistory", description = "The newest version, and all, newest first")
  record History(
      String name,
      int version,
      Instant publishedAt,
      String publishedBy,
      AgreementBody definition,
      List<AgreementVersionBody> versions) {

    static History of(List<AgreementVersionBody> versions) {
      AgreementVersionBody newest = versions.get(0);
      return new History(
          newest.name(),
          newest.version(),
          newest.publishedAt(),
          newest.publishedBy(),
          newest.definition(),
          versions);
    }
  }
}
