package dev.baton.flow.trial;

import static dev.baton.sla.agreement.ObligationKind.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.flow.backtest.answer.PlayedStep;
import dev.baton.flow.backtest.outcome.IncidentOutcome;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Promise;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Verdict;
import dev.baton.flow.backtest.outcome.IncidentOutcome.Visits;
import dev.baton.flow.backtest.outcome.ReplayGap;
import dev.baton.flow.backtest.outcome.ReplayOutcome;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares made-up outcomes; the models are those that come with Baton. */
class TrialResultTest {

  private static final String WORK = "incident-lifecycle/resolveAtFirstLine";

  @TempDir Path folder;

  private static IncidentOutcome incident(
      String incident, Priority priority, Verdict verdict, Map<String, Visits> steps) {
    return new IncidentOutcome(
        incident,
        "INC-2026-" + incident,
        "acme",
        "2026-03",
        priority,
        Status.CLOSED,
        "network",
        "<b>anna</b>",
        0,
        0,
        Instant.parse("2026-03-02T10:00:00Z"),
        Instant.parse("2026-03-07T10:00:00Z"),
        verdict == Verdict.NOT_PROMISED
            ? Map.of()
            : Map.of(RESOLUTION, new Promise(verdict, Instant.parse("2026-03-03T10:00:00Z"))),
        steps,
        Map.of("agent/network", 1),
        Map.of(),
        Map.of("RESOLVED", 1),
        List.of(),
        0);
  }

  private static IncidentOutcome incident(String incident, Priority priority, Verdict verdict) {
    return incident(incident, priority, verdict, Map.of(WORK, new Visits(1, List.of(600L))));
  }

  private static ReplayOutcome outcome(IncidentOutcome... incidents) {
    return new ReplayOutcome(Arrays.asList(incidents), List.of(), List.of(), 0, 1);
  }

  private TrialResult compare(ReplayOutcome live, ReplayOutcome proposed, String... edits)
      throws IOException {
    String lifecycle = Files.readString(Path.of("processes", "incident-lifecycle.bpmn"));
    for (int i = 0; i < edits.length; i += 2) {
      assertThat(lifecycle).contains(edits[i]);
      lifecycle = lifecycle.replace(edits[i], edits[i + 1]);
    }
    Files.writeString(folder.resolve("incident-lifecycle.bpmn"), lifecycle);
    return TrialResult.of(
        "log.csv", TrialReleases.of(folder, PackagedRelease.files()), live, proposed, 2);
  }

  @Test
  void whatIsNotPromisedAnyMoreIsNoFallInBreaches() throws IOException {
    TrialResult result =
        compare(
            outcome(
                incident("1", Priority.P3, Verdict.BROKEN),
                incident("2", Priority.P3, Verdict.KEPT),
                incident("3", Priority.P3, Verdict.BROKEN),
                incident("4", Priority.P4, Verdict.KEPT)),
            outcome(
                incident("1", Priority.P2, Verdict.NOT_PROMISED),
                incident("2", Priority.P2, Verdict.NOT_PROMISED),
                incident("3", Priority.P3, Verdict.KEPT),
                incident("4", Priority.P4, Verdict.KEPT)));

    PromiseFigures resolution = result.all().promises().get(0);
    assertThat(resolution.notPromisedAnyMore()).isEqualTo(2);
    assertThat(resolution.brokenAndNotPromisedAnyMore()).isEqualTo(1);
    assertThat(resolution.keptInsteadOfBroken()).isEqualTo(1);
    assertThat(resolution.newlyPromised()).isZero();
    assertThat(resolution.live()).containsEntry(Verdict.BROKEN, 2);
    assertThat(resolution.proposed())
        .containsEntry(Verdict.BROKEN, 0)
        .containsEntry(Verdict.NOT_PROMISED, 2);
    assertThat(result.byPriority()).containsOnlyKeys("P3", "P4");
    assertThat(result.byPriority().get("P3").promises().get(0).notPromisedAnyMore()).isEqualTo(2);
    assertThat(result.causes())
        .extracting(TrialResult.CauseGroup::cause)
        .contains(
            "Priority changes from P3 to P2",
            "RESOLUTION is not promised any more, and was broken",
            "RESOLUTION is not promised any more, and was kept",
            "RESOLUTION is kept instead of broken");
    assertThat(TrialSummary.of(result))
        .contains("4 incidents replayed through both releases; 3 differ.")
        .contains(
            "2 incidents would no longer be promised a resolution. Of these promises, 1 were");
  }

  @Test
  void equalOutcomesDifferInNothing() throws IOException {
    IncidentOutcome same = incident("1", Priority.P3, Verdict.BROKEN);

    TrialResult result = compare(outcome(same), outcome(same));

    assertThat(result.changedFiles()).isEmpty();
    assertThat(result.all().differing()).isZero();
    assertThat(result.causes()).isEmpty();
    assertThat(TrialSummary.of(result)).contains("they differ in nothing.");
    assertThat(TrialReports.html(result)).contains("None: both releases do the same.");
  }

  @Test
  void newStepsAreNamedByTheirLabelsAndAStepWithAnotherIdIsTheSame() throws IOException {
    TrialResult result =
        compare(
            outcome(incident("1", Priority.P3, Verdict.KEPT)),
            outcome(
                incident(
                    "1",
                    Priority.P3,
                    Verdict.KEPT,
                    Map.of(
                        "incident-lifecycle/work1",
                        new Visits(1, List.of(600L)),
                        "incident-lifecycle/approve",
                        new Visits(2, List.of(60L, 3_600L))))),
            "\"resolveAtFirstLine\"",
            "\"work1\"",
            "<bpmn:userTask id=\"confirmResolution\"",
            "<bpmn:userTask id=\"approve\" name=\"Approve&#10;it\" />"
                + "<bpmn:userTask id=\"confirmResolution\"");

    assertThat(result.causes())
        .extracting(TrialResult.CauseGroup::cause)
        .containsExactly("Waits at the new step \"Approve it\"");
    assertThat(result.all().steps())
        .extracting(StepFigures::label, StepFigures::change)
        .containsExactlyInAnyOrder(
            tuple("Resolve at first line", ComparedSteps.Change.BOTH),
            tuple("Approve it", ComparedSteps.Change.NEW));
    StepFigures added =
        result.all().steps().stream()
            .filter(step -> step.change() == ComparedSteps.Change.NEW)
            .findFirst()
            .orElseThrow();
    assertThat(added.proposed()).isEqualTo(new StepFigures.Waiting(2, 60L, 3_600L));
  }

  @Test
  void theReportsHoldWhatTheyPromiseAndEscapeWhatPeopleWrote() throws IOException {
    TrialResult result =
        compare(
            outcome(incident("1", Priority.P3, Verdict.KEPT)),
            new ReplayOutcome(
                List.of(incident("1", Priority.P4, Verdict.BROKEN)),
                List.of(new PlayedStep("a/b", "<i>Ask</i>", 3, 3, 1, "note is required")),
                List.of(new ReplayGap("The flow refused: no", 2)),
                0,
                1));

    TrialReports.write(result, folder);

    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "log",
            "changedFiles",
            "all",
            "byPriority",
            "byClient",
            "byMonth",
            "causes",
            "playedSteps",
            "gaps",
            "failedJobs",
            "seconds");
    assertThat(json.at("/all/promises/0/brokenInsteadOfKept").asInt()).isEqualTo(1);
    assertThat(json.at("/byMonth/2026-03/differing").asInt()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("&lt;i&gt;Ask&lt;/i&gt;", "3 times by the default", "note is required")
        .doesNotContain("<i>Ask");
  }

  @Test
  void outcomesAreReadBackAsTheyWereWritten() {
    ReplayOutcome written = outcome(incident("1", Priority.P3, Verdict.OPEN));
    Path file = folder.resolve("outcomes.json");

    written.write(file);

    assertThat(ReplayOutcome.read(file)).isEqualTo(written);
  }
}
