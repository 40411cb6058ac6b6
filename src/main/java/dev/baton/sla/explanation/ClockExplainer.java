package dev.baton.sla.explanation;

import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import dev.baton.sla.clock.MilestoneView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Explains a clock: a pure function of its history, its milestones and the language. */
public final class ClockExplainer {

  private ClockExplainer() {}

  /**
   * @param because why these terms apply rather than others
   */
  public static ClockExplanation of(
      ClockHistory history,
      List<MilestoneView> recorded,
      String because,
      ExplanationLanguage language) {
    ExplanationText words = new ExplanationText(language);
    DueDateExplanation due = new DueDateExplanation(history, language);
    ClockSnapshot reading = history.reading();
    Terms terms = reading.terms();
    return new ClockExplanation(
        history.kind(),
        reading.state(),
        reading.isPastDue(),
        reading.state() == ClockState.RUNNING && reading.isAtRisk(),
        language.agreement(terms.agreement()),
        because,
        language.target(terms.target()),
        terms.calendar().toString(),
        terms.calendar().zone().getId(),
        reading.startedAt(),
        reading.used(),
        reading.budget(),
        remaining(reading),
        reading.dueAt(),
        due.sentence(),
        reading.breachedAt(),
        due.breach(),
        reading.metAt(),
        reading.endedAt(),
        milestones(history, recorded, language),
        ClockEntryBuilder.untilNow(history, words),
        ClockEntryBuilder.toCome(history, words));
  }

  private static Duration remaining(ClockSnapshot reading) {
    return reading.budget() == null ? null : reading.budget().minus(reading.used());
  }

  private static List<ClockMilestone> milestones(
      ClockHistory history, List<MilestoneView> recorded, ExplanationLanguage language) {
    MilestoneText words = new MilestoneText(language);
    List<ClockMilestone> all = new ArrayList<>();
    for (MilestoneView row : recorded) {
      all.add(
          new ClockMilestone(
              row.milestone(),
              words.recorded(row.milestone()),
              row.dueAt(),
              row.recordedAt(),
              row.toldWith(),
              false));
    }
    ClockSnapshot reading = history.reading();
    if (reading.state() == ClockState.RUNNING && !reading.isOver()) {
      for (Milestone milestone : reading.milestones()) {
        reading
            .instantOf(milestone)
            .filter(at -> at.isAfter(history.now()))
            .ifPresent(at -> all.add(toCome(milestone, at, reading, words)));
      }
    }
    all.sort(Comparator.comparing(ClockMilestone::at));
    return all;
  }

  private static ClockMilestone toCome(
      Milestone milestone, Instant at, ClockSnapshot reading, MilestoneText words) {
    return new ClockMilestone(
        milestone.name(), words.toCome(milestone, reading.budget()), at, null, null, true);
  }
}
