package dev.baton.engine;

import java.time.Instant;

/**
 * A deployed version of a flow, with the release that it came with.
 *
 * @param release name of the deployment; may be null
 * @param shipped whether it came with the program
 */
public record FlowVersion(
    String definitionId,
    String deploymentId,
    String release,
    int version,
    Instant deployedAt,
    boolean shipped) {

  /** The release in words, such as {@code Third line (version 7)}. */
  public String words() {
    return release == null ? "version " + version : "%s (version %d)".formatted(release, version);
  }
}
