package dev.baton.notification;

import java.util.List;

/** The communication plan with which announcements are answered now. */
public interface DeployedPlan {

  /** In the order of the table. */
  List<PlanRule> rules();

  /**
   * A cell of the plan.
   *
   * @param values the constants that it names; empty if it names none
   * @param expression another condition, as it stands in the table; null if there is none
   */
  record PlanCell(List<String> values, String expression) {

    public boolean isEmpty() {
      return values.isEmpty() && expression == null;
    }

    /** The only constant, or whatever stands there; null if nothing does. */
    public String value() {
      return values.isEmpty() ? expression : values.get(0);
    }
  }

  /**
   * A row of the plan.
   *
   * @param template the event whose text is used; empty for its own
   * @param delayMinutes how long to wait before sending; empty for not at all
   * @param digest true if it waits for others to the same person
   * @param quietHours true if it waits until the night is over
   * @param roles groups of the desk, with commas between them
   */
  record PlanRule(
      PlanCell event,
      PlanCell tier,
      PlanCell priority,
      PlanCell isMajor,
      PlanCell audience,
      PlanCell channel,
      PlanCell fallback,
      PlanCell template,
      PlanCell delayMinutes,
      PlanCell digest,
      PlanCell quietHours,
      PlanCell roles) {}
}
