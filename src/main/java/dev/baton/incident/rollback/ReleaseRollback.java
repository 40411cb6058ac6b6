package dev.baton.incident.rollback;

import java.time.Instant;

/**
 * A release whose first incidents failed, and what was deployed in its place.
 *
 * @param definitionId its version of the lifecycle
 * @param release its name
 * @param restoredDefinitionId the version of the lifecycle that replaced it; null if that failed
 * @param restored the name of the release whose files were deployed again
 * @param incident the number of the first incident that failed
 * @param failedStarts how many had failed until then
 * @param message why they failed; or, without a restored version, why the rollback failed
 */
public record ReleaseRollback(
    String definitionId,
    String release,
    String restoredDefinitionId,
    String restored,
    String incident,
    int failedStarts,
    String message,
    Instant at) {

  /** Whether the earlier release is live again. */
  public boolean isDone() {
    return restoredDefinitionId != null;
  }

  /** What happened, in a few sentences. */
  public String words() {
    return isDone()
        ? "The release %s was rolled back to %s, since its first %d incidents failed: %s"
            .formatted(release, restored, failedStarts, message)
        : "The first %d incidents on the release %s failed. It could not be rolled back to %s: %s"
            .formatted(failedStarts, release, restored, message);
  }
}
