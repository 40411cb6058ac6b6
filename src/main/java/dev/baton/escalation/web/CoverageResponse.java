package dev.baton.escalation.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.baton.escalation.coverage.CoverageGap;
import dev.baton.escalation.coverage.CoverageView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** Where nobody would answer, by team and rung; instants are UTC. */
@Schema(name = "Coverage", description = "Time ahead in which nobody would answer")
record CoverageResponse(
    @Schema(description = "When all was checked last; null before the first time")
        Instant checkedAt,
    @Schema(description = "Number of gaps") int gaps,
    @Schema(
            description =
                "Hours in which nobody answers for a post, over all posts; rungs that want the"
                    + " same person in different hours count once")
        double hours,
    List<Team> teams) {

  /** The gaps of one team, or of the desk. */
  @Schema(name = "CoverageOfTeam", description = "The gaps of one team, or of the desk")
  record Team(
      @Schema(
              description = "Code of the team; null for the desk, the rungs of no team",
              example = "network")
          String team,
      double hours,
      List<Rung> rungs) {}

  /** The gaps of one rung in its hours. */
  @Schema(name = "CoverageOfRung", description = "The gaps of one rung, or of the team's own hours")
  record Rung(
      CoverageGap.CoverageGapKind kind,
      @Schema(description = "Null for anybody of the team", example = "senior-agent") String role,
      @Schema(description = "The hours in which somebody is wanted; null for around the clock")
          String calendar,
      @Schema(description = "What is missing", example = "No senior agent of team network on duty.")
          String text,
      @Schema(description = "Whether somebody is asked to mend it") boolean asked,
      double hours,
      @Schema(description = "When; empty where it is so always") List<Stretch> gaps) {}

  /** One stretch of time. */
  @Schema(name = "CoverageGap", description = "A stretch of time in which nobody would answer")
  record Stretch(Instant from, Instant to, double hours, Instant foundAt) {}

  static CoverageResponse of(CoverageView view) {
    return new CoverageResponse(
        view.checkedAt(),
        view.gaps().size(),
        hours(view.uncovered()),
        view.gaps().stream()
            .collect(groupingBy(gap -> key(gap.team()), LinkedHashMap::new, toList()))
            .values()
            .stream()
            .map(ofTeam -> team(view, ofTeam))
            .toList());
  }

  private static String key(String team) {
    return String.valueOf(team);
  }

  private static Team team(CoverageView view, List<CoverageGap> gaps) {
    return new Team(
        gaps.get(0).team(),
        hours(view.uncovered(gaps)),
        gaps.stream()
            .collect(groupingBy(CoverageGap::words, LinkedHashMap::new, toList()))
            .values()
            .stream()
            .map(ofRung -> rung(view, ofRung))
            .toList());
  }

  private static Rung rung(CoverageView view, List<CoverageGap> gaps) {
    CoverageGap first = gaps.get(0);
    return new Rung(
        first.kind(),
        first.role() == null ? null : first.role().group(),
        first.calendar(),
        first.words(),
        first.asksForMending(),
        hours(view.uncovered(gaps)),
        gaps.stream()
            .filter(gap -> gap.from() != null)
            .map(
                gap ->
                    new Stretch(
                        gap.from(), gap.to(), hours(view.uncovered(List.of(gap))), gap.foundAt()))
            .toList());
  }

  /** To the minute. */
  private static double hours(Duration time) {
    return Math.round(time.toMinutes() / 0.6) / 100.0;
  }
}
