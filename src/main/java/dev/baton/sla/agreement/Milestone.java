package dev.baton.sla.agreement;

import java.time.Duration;

/**
 * A point on a clock.
 *
 * @param name {@code AT_RISK_75}, {@code BREACH}, {@code AFTER_BREACH_1}
 * @param at how much time has been used when it is reached; a breach comes strictly after that
 */
public record Milestone(String name, Duration at) {

  public static final String BREACH = "BREACH";
  private static final Duration STRICTLY_AFTER = Duration.ofMillis(1);

  static Milestone atRisk(int percent, Duration budget) {
    long nanos = Math.round(budget.toMillis() * (percent / 100.0)) * 1_000_000;
    return new Milestone("AT_RISK_" + percent, Duration.ofNanos(nanos));
  }

  static Milestone breach(Duration budget) {
    return new Milestone(BREACH, budget);
  }

  static Milestone afterBreach(int rung, Duration budget, Duration offset) {
    return new Milestone("AFTER_BREACH_" + rung, budget.plus(offset));
  }

  /** Whether the target is used up: a breach, or a later milestone. */
  public boolean isPastDue() {
    return !name.startsWith("AT_RISK");
  }

  /** How much later than that point its timer fires: a breach is strictly after the deadline. */
  public Duration delay() {
    return isPastDue() ? STRICTLY_AFTER : Duration.ZERO;
  }
}
