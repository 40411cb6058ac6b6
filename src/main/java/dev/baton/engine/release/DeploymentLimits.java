package dev.baton.engine.release;

import dev.baton.web.text.LocalizableText;
import java.util.Collection;
import java.util.Optional;

/** How much is deployed, or checked, at once. */
public final class DeploymentLimits {

  private static final int MOST_FILES = 200;
  private static final int LARGEST_FILE = 2 << 20;
  private static final int LARGEST_TOGETHER = 10 << 20;

  private DeploymentLimits() {}

  /** Why this is too much, as a sentence; empty if it is not. */
  public static Optional<LocalizableText> exceeded(Collection<byte[]> files) {
    if (files.size() > MOST_FILES) {
      return Optional.of(LocalizableText.of("refused.deployment.files", MOST_FILES));
    }
    long together = files.stream().mapToLong(file -> file.length).sum();
    if (together > LARGEST_TOGETHER
        || files.stream().anyMatch(file -> file.length > LARGEST_FILE)) {
      return Optional.of(
          LocalizableText.of(
              "refused.deployment.size", LARGEST_FILE >> 20, LARGEST_TOGETHER >> 20));
    }
    return Optional.empty();
  }
}
