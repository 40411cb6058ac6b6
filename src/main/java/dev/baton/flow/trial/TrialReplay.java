package dev.baton.flow.trial;

import dev.baton.flow.backtest.BacktestOptions;
import java.nio.file.Path;
import java.util.Map;

/**
 * One of the two replays of a trial.
 *
 * @param files where those of its release are
 * @param outcomes where it writes what became of each incident
 * @param report where it writes its own reports
 */
record TrialReplay(String name, Path files, Path outcomes, Path report) {

  static TrialReplay of(
      String name, BacktestOptions options, Path folder, Map<String, byte[]> release) {
    return new TrialReplay(
        name,
        TrialReleases.write(release, folder.resolve(name)),
        folder.resolve(name + ".json"),
        options.report().resolve(name));
  }

  BacktestOptions options(BacktestOptions ofTrial) {
    return ofTrial.through(files, outcomes, report);
  }
}
