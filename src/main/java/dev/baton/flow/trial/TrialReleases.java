package dev.baton.flow.trial;

import dev.baton.engine.release.DeploymentLimits;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.flow.backtest.replay.InvalidUsage;
import dev.baton.flow.backtest.replay.ReplayedRelease;
import dev.baton.web.text.RefusalTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The two releases that a trial compares.
 *
 * @param sent the files that are tried
 * @param live content by file
 * @param proposed the live release with the sent files laid over it
 */
record TrialReleases(
    Map<String, byte[]> sent, Map<String, byte[]> live, Map<String, byte[]> proposed) {

  /**
   * @throws InvalidUsage when there is nothing to try
   */
  static TrialReleases of(Path flows, Map<String, byte[]> live) {
    Map<String, byte[]> sent = ReplayedRelease.in(flows).files();
    DeploymentLimits.exceeded(sent.values())
        .ifPresent(
            reason -> {
              throw new InvalidUsage(RefusalTexts.english(reason));
            });
    return new TrialReleases(sent, live, ReleaseOverlay.of(sent, live).together());
  }

  Release liveRelease() {
    return new Release(live, Set.of());
  }

  Release proposedRelease() {
    return new Release(proposed, sent.keySet());
  }

  /** The sent files whose content is not live. */
  List<String> changedFiles() {
    return sent.entrySet().stream()
        .filter(
            file -> live.values().stream().noneMatch(one -> Arrays.equals(one, file.getValue())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Writes the files of a release below the folder. */
  static Path write(Map<String, byte[]> files, Path folder) {
    files.forEach(
        (name, content) -> {
          Path file = folder.resolve(name).normalize();
          if (!file.startsWith(folder)) {
            throw new InvalidUsage("'%s' is not a name of a file.".formatted(name));
          }
          try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return folder;
  }
}
