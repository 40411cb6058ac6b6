package dev.baton.sla.web;

import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.PublishedVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A version of an agreement at the API. */
@Schema(name = "AgreementVersion", description = "An agreement as it was published")
record AgreementVersionResponse(
    @Schema(example = "acme-gold") String name,
    @Schema(description = "Counted from 1 within the name", example = "2") int version,
    Instant publishedAt,
    @Schema(description = "Sign-in name") String publishedBy,
    AgreementBody definition) {

  static AgreementVersionResponse of(PublishedVersion<AgreementDefinition> version) {
    return new AgreementVersionResponse(
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
      List<AgreementVersionResponse> versions) {

    static History of(List<AgreementVersionResponse> versions) {
      AgreementVersionResponse newest = versions.get(0);
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
