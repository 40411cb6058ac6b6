package dev.baton.flow.proposal.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import dev.baton.sla.agreement.ObligationKind;
import java.util.List;
import java.util.Map;

/**
 * The result of a trial in short.
 *
 * @param incidents how many were replayed
 * @param differing how many of them differ in any respect
 * @param steps at which incidents wait, and those that differ
 * @param causes why incidents differ; an incident may have several
 * @param gaps what of the journal could not be replayed
 */
public record TrialDigest(
    int incidents,
    int differing,
    List<PromiseDigest> promises,
    List<StepDigest> steps,
    List<CauseDigest> causes,
    List<GapDigest> gaps) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** How the promises of one kind ended in both releases. */
  public record PromiseDigest(
      ObligationKind kind,
      Map<Verdict, Integer> live,
      Map<Verdict, Integer> proposed,
      int notPromisedAnyMore,
      int brokenAndNotPromisedAnyMore,
      int newlyPromised,
      int keptInsteadOfBroken,
      int brokenInsteadOfKept) {}

  /**
   * A step in both releases.
   *
   * @param change BOTH, NEW or GONE
   */
  public record StepDigest(
      String flow, String label, String change, WaitingDigest live, WaitingDigest proposed) {

    /** Whether incidents wait there. */
    public boolean waits() {
      return live.median() != null || proposed.median() != null;
    }
  }

  /** Visits to a step, with the median and 90th percentile of how long they lasted, in seconds. */
  public record WaitingDigest(int visits, Long median, Long p90) {}

  /**
   * So many incidents differ for one cause, the first of them as examples.
   *
   * @param cause in English
   * @param kind the same for programs, with its parameters; null in results of earlier versions
   */
  public record CauseDigest(
      String cause,
      String kind,
      List<String> parameters,
      int incidents,
      List<ExampleDigest> examples) {}

  /** Both sides of one incident. */
  public record ExampleDigest(String incident, String live, String proposed) {}

  /** So many events were not replayed as they were. */
  public record GapDigest(String reason, int events) {}

  private record ReportDigest(FiguresDigest all, List<CauseDigest> causes, List<GapDigest> gaps) {}

  private record FiguresDigest(
      int incidents, int differing, List<PromiseDigest> promises, List<StepDigest> steps) {}

  /** Of the report for programs. */
  static TrialDigest of(String report) {
    try {
      ReportDigest read = JSON.readValue(report, ReportDigest.class);
      FiguresDigest all = read.all();
      return new TrialDigest(
          all.incidents(),
          all.differing(),
          all.promises(),
          all.steps(),
          read.causes(),
          read.gaps());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored result of a trial cannot be read", e);
    }
  }
}
