package dev.baton.sla.explanation;

import dev.baton.sla.agreement.Milestone;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockHistory;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import dev.baton.sla.clock.MilestoneView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Explains a clock: a pure function of its history, its milestones and the client's time zone. */
public final class ClockExplainer {

  private ClockExplainer() {}

  /**
   * @param because why these terms apply rather than others
   */
  public static ClockExplanation of(
      ClockHistory history, List<MilestoneView> recorded, String because, ZoneId zone) {
    ExplanationText words = new ExplanationText(zone);
    DueDateExplanation due = new DueDateExplanation(history, words.time());
    ClockSnapshot reading = history.reading();
    Terms terms = reading.terms();
    return new ClockExplanation(
        history.kind(),
        reading.state(),
        reading.isPastDue(),
        terms.agreement(),
        because,
        terms.target().toString(),
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
        milestones(history, recorded),
        ClockEntryBuilder.untilNow(history, words),
        ClockEntryBuilder.toCome(history, words));
  }

  private static Duration remaining(ClockSnapshot reading) {
    return reading.budget() == null ? null : reading.budget().minus(reading.used());
  }

  private static List<ClockMilestone> milestones(
      ClockHistory history, List<MilestoneView> recorded) {
    List<ClockMilestone> all = new ArrayList<>();
    for (MilestoneView row : recorded) {
      all.add(
          new ClockMilestone(
              row.milestone(),
              words(row.milestone(), null, null),
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
            .ifPresent(at -> all.add(toCome(milestone, at, reading)));
      }
    }
    all.sort(Comparator.comparing(ClockMilestone::at));
    return all;
  }

  private static ClockMilestone toCome(Milestone milestone, Instant at, ClockSnapshot reading) {
    return new ClockMilestone(
        milestone.name(),
        words(milestone.name(), milestone.at(), reading.budget()),
        at,
        null,
        null,
        true);
  }

  private static String words(String name, Duration at, Duration budget) {
    if (name.equals(Milestone.BREACH)) {
      return "breach: strictly after the due instant";
    }
    if (name.startsWith("AT_RISK_")) {
      return name.substring("AT_RISK_".length()) + " % of the target used";
    }
    String rung = name.substring(name.lastIndexOf('_') + 1);
    return at == null
        ? "announced again after the breach, " + rung
        : "announced again %s after it was due".formatted(DeadlineText.amount(at.minus(budget)));
  }
}
