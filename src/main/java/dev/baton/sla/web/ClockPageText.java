package dev.baton.sla.web;

import dev.baton.sla.explanation.ClockEntry;
import dev.baton.sla.explanation.ClockExplanation;
import dev.baton.sla.explanation.ClockMilestone;
import dev.baton.sla.explanation.DeadlineText;
import dev.baton.sla.explanation.ExplanationLanguage;
import dev.baton.sla.explanation.MilestoneText;

/** What the page and the picture say beside the explanation itself. */
final class ClockPageText {

  private final ExplanationLanguage language;

  ClockPageText(ExplanationLanguage language) {
    this.language = language;
  }

  /** Such as {@code Resolution: running, past due}. */
  String heading(ClockExplanation clock) {
    String state = language.name("clocks.state", clock.state());
    return language.text(
        "clocks.heading",
        language.name("clocks.kind", clock.kind()),
        clock.pastDue() ? language.text("clocks.state.past-due", state) : state);
  }

  /** The heading, with the time used once there is a target. */
  String headingWithTime(ClockExplanation clock) {
    return clock.budget() == null
        ? heading(clock)
        : language.text(
            "clocks.used-of",
            heading(clock),
            DeadlineText.amount(clock.used()),
            DeadlineText.amount(clock.budget()));
  }

  /** Such as {@code 1 h of 4 h, 3 h left}. */
  String used(ClockExplanation clock) {
    return language.text(
        "clocks.fact.used.value",
        DeadlineText.amount(clock.used()),
        DeadlineText.amount(clock.budget()),
        clock.remaining().isNegative()
            ? language.text("clocks.over", DeadlineText.amount(clock.remaining().negated()))
            : language.text("clocks.left", DeadlineText.amount(clock.remaining())));
  }

  /** Whether a milestone was announced, and when or with which other one. */
  String told(ClockMilestone milestone) {
    if (milestone.expected()) {
      return language.text("clocks.told.to-come");
    }
    return milestone.toldWith() == null
        ? language.text("clocks.told.at", language.time().at(milestone.recordedAt()))
        : language.text(
            "clocks.told.with", new MilestoneText(language).recorded(milestone.toldWith()));
  }

  String state(ClockEntry entry) {
    return entry.ranPastDue()
        ? language.text("clocks.entry.state.past-due")
        : language.name("clocks.entry.state", entry.state());
  }

  /** Such as {@code put on hold by ada}. */
  String cause(ClockEntry entry) {
    return entry.cause() == null
        ? language.text("clocks.cause.opened")
        : language.text("clocks.cause." + entry.cause().name(), language.actor(entry.actor()));
  }
}
