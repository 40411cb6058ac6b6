package dev.baton.flow.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.flow.backtest.log.SkippedLine;
import dev.baton.incident.Priority;
import dev.baton.sla.clock.ClockState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  private static final String NASTY = "<script>alert(\"x\")</script>";

  @TempDir Path folder;

  @Test
  void theJsonHoldsWhatItPromisesUnderTheseNames() throws IOException {
    JsonReport.write(result(), folder.resolve("report.json"));

    JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "incidents",
            "events",
            "refusedEvents",
            "agreement",
            "autoCloseCases",
            "obligations",
            "verdictAgreement",
            "verdictDisagreements",
            "milestones",
            "escalations",
            "disagreements",
            "refusals",
            "badLines",
            "seconds",
            "eventsPerSecond");
    assertThat(report.get("agreement").fieldNames())
        .toIterable()
        .containsExactly(
            "status", "priority", "team", "assignee", "reassignments", "reopenings", "autoClose");
    assertThat(report.at("/agreement/team").asDouble()).isEqualTo(0.75);
    assertThat(report.at("/seconds").asDouble()).isEqualTo(2.5);
    assertThat(report.at("/eventsPerSecond").asDouble()).isEqualTo(4.0);
    assertThat(report.at("/disagreements/0/incident").asText()).isEqualTo("INC1");
    assertThat(report.at("/refusals/0/reason").asText()).isEqualTo("It is odd");
    assertThat(report.at("/badLines/0/line").asInt()).isEqualTo(7);
  }

  @Test
  void theJsonTellsTheClimbsByRungAndByWeek() throws IOException {
    JsonReport.write(result(), folder.resolve("report.json"));

    JsonNode escalations =
        new ObjectMapper().readTree(folder.resolve("report.json").toFile()).get("escalations");
    assertThat(escalations.get("raised").asInt()).isEqualTo(5);
    assertThat(escalations.at("/perRung/2/role").asText()).isEqualTo("team-lead");
    assertThat(escalations.at("/perRung/2/acknowledged").asInt()).isEqualTo(3);
    assertThat(escalations.at("/perWeek/0/week").asText()).isEqualTo("2021-W09");
    assertThat(escalations.at("/perWeek/0/byRung/1").asInt()).isEqualTo(3);
    assertThat(escalations.get("breachesWithoutEscalation").asInt()).isEqualTo(1);
    assertThat(escalations.at("/withoutEscalation/0").asText()).isEqualTo("INC-2021-000002");
  }

  @Test
  void thePageShowsWhoWasToldWeekByWeekAndWhatRaisedNoClimb() {
    assertThat(HtmlReport.render(result()))
        .contains("<h2>Escalations</h2>")
        .contains("senior-agent")
        .contains("2021-W10")
        .contains("class=\"rung2\"")
        .contains("title=\"Rung 2: 3\"")
        .contains("width:75.00%")
        .contains("Without an escalation: INC-2021-000002");
  }

  @Test
  void thePageShowsCountsSharesCausesRefusalsAndBadLines() {
    String page = HtmlReport.render(result());

    assertThat(page)
        .contains("Back-test of log.csv")
        .contains("75.00 %")
        .contains("The flow decided otherwise")
        .contains("group-2")
        .contains("It is odd")
        .contains("has no number")
        .contains("<polyline class=\"curve log\" points=\"52.0,")
        .contains("2021-03-02");
  }

  @Test
  void thePageNeedsNoOtherFileAndLetsNothingOfTheLogBecomeMarkup() {
    String page = HtmlReport.render(result());

    assertThat(page)
        .doesNotContain(NASTY)
        .contains("&lt;script&gt;")
        .doesNotContain("src=")
        .doesNotContain("<link")
        .doesNotContain(" th:");
  }

  @Test
  void thePageSaysWhenThereIsNothingToSay() {
    BacktestResult nothing =
        new BacktestResult(
            "log.csv",
            1,
            1,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO);

    assertThat(HtmlReport.render(nothing)).contains("None.").contains("No incidents were open.");
  }

  @Test
  void theSummaryRoundsDownSoThatAHundredPercentMeansAll() {
    assertThat(ConsoleSummary.percent(new OutcomeMatch(ComparedAspect.TEAM, 100_000, 99_999)))
        .isEqualTo("99.99 %");
    assertThat(ConsoleSummary.percent(new OutcomeMatch(ComparedAspect.TEAM, 3, 3)))
        .isEqualTo("100.00 %");
  }

  @Test
  void theSummaryShowsOnlyTheFirstBadLines() {
    BacktestResult result = result();
    List<SkippedLine> many = new ArrayList<>(Collections.nCopies(12, new SkippedLine(7, "is odd")));
    BacktestResult withMany =
        new BacktestResult(
            result.log(),
            result.incidents(),
            result.events(),
            result.refusedEvents(),
            result.agreements(),
            result.disagreements(),
            result.refusals(),
            many,
            result.openPerDay(),
            0,
            0,
            0,
            0,
            result.verdicts(),
            result.escalations(),
            result.took());

    assertThat(ConsoleSummary.of(withMany))
        .contains("Team                                       4         3   75.00 %")
        .contains("        1  It is odd")
        .contains("and 2 more");
  }

  private static BacktestResult result() {
    LocalDate day = LocalDate.of(2021, 3, 1);
    return new BacktestResult(
        "log.csv",
        4,
        10,
        1,
        Arrays.stream(ComparedAspect.values())
            .map(
                dimension ->
                    new OutcomeMatch(dimension, 4, dimension == ComparedAspect.TEAM ? 3 : 4))
            .toList(),
        List.of(
            new Disagreement(
                "INC1",
                "INC-2021-000001",
                "team",
                "group-1",
                "group-2",
                "The flow decided otherwise"),
            new Disagreement("INC2", null, "team", NASTY, "nothing", "The flow decided otherwise")),
        List.of(
            new BacktestResult.RefusalGroup(
                "It is odd", 1, List.of(new BacktestResult.RefusedLine(5, "INC1", "-100")))),
        List.of(new SkippedLine(7, "has no number")),
        List.of(
            new OpenIncidentsPerDay(day, 3, 3),
            new OpenIncidentsPerDay(day.plusDays(1), 4, 3),
            new OpenIncidentsPerDay(day.plusDays(2), 0, 0)),
        2,
        0,
        3,
        1,
        Optional.of(
            new ObligationVerdicts(
                new ObligationVerdicts.Count(2, 1, 1),
                Map.of(Priority.P3, new ObligationVerdicts.Count(2, 1, 1)),
                new ObligationVerdicts.Judged(3, 2),
                Map.of(Priority.P3, new ObligationVerdicts.Judged(3, 2)),
                List.of(
                    new ObligationVerdicts.Dissent(
                        "INC2",
                        "INC-2021-000002",
                        Priority.P3,
                        true,
                        ClockState.BREACHED,
                        "2021-03-02T10:00:00Z",
                        "2021-03-03T10:00:00Z")),
                Map.of("BREACH", 1))),
        Optional.of(
            new EscalationCounts(
                5,
                1,
                4,
                1,
                0,
                Map.of(
                    1, new EscalationCounts.OnRung("senior-agent", 3, 2, 1, 1),
                    2, new EscalationCounts.OnRung("team-lead", 4, 3, 1, 0)),
                List.of(
                    new EscalationCounts.Week("2021-W09", Map.of(1, 3, 2, 1)),
                    new EscalationCounts.Week("2021-W10", Map.of(2, 3))),
                7,
                5,
                2,
                1,
                0,
                6,
                1,
                List.of("INC-2021-000002"))),
        Duration.ofMillis(2500));
  }
}
