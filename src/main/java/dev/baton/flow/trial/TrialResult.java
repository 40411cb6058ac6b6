package dev.baton.flow.trial;

import dev.baton.engine.release.Release;
import dev.baton.flow.backtest.answer.PlayedStep;
import dev.baton.flow.backtest.outcome.IncidentOutcome;
import dev.baton.flow.backtest.outcome.ReplayGap;
import dev.baton.flow.backtest.outcome.ReplayOutcome;
import dev.baton.flow.trial.IncidentPair.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a trial found.
 *
 * @param log the name of the file
 * @param changedFiles the files that are not live as they are
 * @param causes why incidents differ, the most frequent first and those of the path alone last; an
 *     incident may have several
 * @param playedSteps of the proposed release, that the log knows nothing of
 * @param gaps what of the log was not understood, or not replayed through the live release
 * @param failedJobs how many times a step failed in the proposed release, and in the live one
 * @param seconds for everything
 */
record TrialResult(
    String log,
    List<String> changedFiles,
    TrialFigures all,
    Map<String, TrialFigures> byPriority,
    Map<String, TrialFigures> byClient,
    Map<String, TrialFigures> byMonth,
    List<CauseGroup> causes,
    List<PlayedStep> playedSteps,
    List<ReplayGap> gaps,
    CountFigures failedJobs,
    double seconds) {

  private static final int EXAMPLES = 10;

  /** The incidents that differ for one cause, with the first of them. */
  record CauseGroup(
      String cause,
      TrialCauseKind kind,
      List<String> parameters,
      int incidents,
      List<Example> examples) {}

  /** Both sides of one incident; the number is Baton's own in the proposed release. */
  record Example(String incident, String number, String live, String proposed) {}

  static TrialResult of(
      String log,
      TrialReleases releases,
      ReplayOutcome live,
      ReplayOutcome proposed,
      double seconds) {
    Release liveRelease = releases.liveRelease();
    ComparedSteps steps = new ComparedSteps(liveRelease, releases.proposedRelease());
    List<IncidentPair> pairs = pairs(live, proposed, new PairDifferences(steps));
    return new TrialResult(
        log,
        releases.changedFiles(),
        TrialFigures.of(pairs, steps),
        TrialFigures.by(IncidentPair::priority, pairs, steps),
        TrialFigures.by(IncidentPair::client, pairs, steps),
        TrialFigures.by(IncidentPair::month, pairs, steps),
        causes(pairs),
        proposed.played(),
        live.gaps(),
        new CountFigures("failed steps", live.failedJobs(), proposed.failedJobs()),
        seconds);
  }

  private static List<IncidentPair> pairs(
      ReplayOutcome live, ReplayOutcome proposed, PairDifferences differences) {
    Map<String, IncidentOutcome> others =
        proposed.incidents().stream()
            .collect(Collectors.toMap(IncidentOutcome::incident, Function.identity()));
    return live.incidents().stream()
        .map(one -> differences.compare(one, others.get(one.incident())))
        .toList();
  }

  private static List<CauseGroup> causes(List<IncidentPair> pairs) {
    Map<TrialCause, List<Example>> examples = new LinkedHashMap<>();
    Set<TrialCauseKind> paths = new HashSet<>();
    for (IncidentPair pair : pairs) {
      for (Difference difference : pair.differences()) {
        if (difference.isPath()) {
          paths.add(difference.cause().kind());
        }
        examples
            .computeIfAbsent(difference.cause(), cause -> new ArrayList<>())
            .add(
                new Example(
                    pair.live().incident(),
                    pair.proposed().number(),
                    difference.live(),
                    difference.proposed()));
      }
    }
    return examples.entrySet().stream()
        .map(
            group ->
                new CauseGroup(
                    group.getKey().words(),
                    group.getKey().kind(),
                    group.getKey().parameters(),
                    group.getValue().size(),
                    group.getValue().stream().limit(EXAMPLES).toList()))
        .sorted(
            Comparator.comparing((CauseGroup group) -> paths.contains(group.kind()))
                .thenComparing(Comparator.comparingInt(CauseGroup::incidents).reversed()))
        .toList();
  }
}
