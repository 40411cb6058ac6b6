package dev.baton.engine.release;

import java.util.Collection;
import java.util.Optional;

/** How much is deployed, or checked, at once. */
public final class DeploymentLimits {

  private static final int MOST_FILES = 200;
  private static final int LARGEST_FILE = 2 << 20;
  private static final int LARGEST_TOGETHER = 10 << 20;

  private DeploymentLimits() {}

  /** Why this is too much, as a sentence; empty if it is not. */
  public static Optional<String> exceeded(Collection<byte[]> files) {
    if (files.size() > MOST_FILES) {
      return Optional.of("A deployment holds at most %d files.".formatted(MOST_FILES));
    }
    long together = files.stream().mapToLong(file -> file.length).sum();
    if (together > LARGEST_TOGETHER
        || files.stream().anyMatch(file -> file.length > LARGEST_FILE)) {
      return Optional.of(
          "A file of a deployment has at most %d MB, all of them together %d MB."
              .formatted(LARGEST_FILE >> 20, LARGEST_TOGETHER >> 20));
    }
    return Optional.empty();
  }
}
