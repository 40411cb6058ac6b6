package dev.baton.flow.web;

import dev.baton.flow.proposal.PublishedRelease;
import dev.baton.flow.proposal.ReleaseOrigin;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A release. */
@Schema(name = "Release", description = "Flows, tables and forms that went live together")
record ReleaseResponse(
    @Schema(example = "7") int number,
    @Schema(example = "Third line") String title,
    ReleaseOrigin origin,
    @Schema(description = "The engine's deployment") String deploymentId,
    @Schema(description = "Number of the proposal; null if there was none") Long proposal,
    String proposedBy,
    @Schema(description = "Sign-in name; null for the program") String publishedBy,
    String reason,
    Instant at) {

  static ReleaseResponse of(PublishedRelease release) {
    return new ReleaseResponse(
        release.number(),
        release.title(),
        release.origin(),
        release.deploymentId(),
        release.proposalId(),
        release.proposedBy(),
        release.publishedBy(),
        release.reason(),
        release.at());
  }
}
