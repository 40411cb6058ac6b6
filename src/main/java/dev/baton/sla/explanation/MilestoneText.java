package dev.baton.sla.explanation;

import dev.baton.sla.agreement.Milestone;
import java.time.Duration;

/** The milestones of a clock in words. */
public final class MilestoneText {

  private static final String AT_RISK = "AT_RISK_";

  private final ExplanationLanguage language;

  public MilestoneText(ExplanationLanguage language) {
    this.language = language;
  }

  /** Such as {@code 75 % of the target used}. */
  public String recorded(String name) {
    if (name.equals(Milestone.BREACH)) {
      return language.text("clocks.milestone.breach");
    }
    return name.startsWith(AT_RISK)
        ? language.text("clocks.milestone.at-risk", name.substring(AT_RISK.length()))
        : language.text("clocks.milestone.again", name.substring(name.lastIndexOf('_') + 1));
  }

  /** The same, with how long after the deadline it is announced again. */
  String toCome(Milestone milestone, Duration budget) {
    return milestone.isPastDue() && !milestone.name().equals(Milestone.BREACH)
        ? language.text(
            "clocks.milestone.again-after", DeadlineText.amount(milestone.at().minus(budget)))
        : recorded(milestone.name());
  }
}
