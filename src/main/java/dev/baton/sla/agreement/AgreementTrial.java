package dev.baton.sla.agreement;

import dev.baton.calendar.Target;
import dev.baton.incident.Priority;
import java.time.Instant;
import java.util.List;

/**
 * What would be promised to an incident that is opened at an instant.
 *
 * @param client code; null where agreements were tried without one
 * @param remarks what somebody should know of what was tried
 */
public record AgreementTrial(
    Instant at, String client, List<Outcome> outcomes, List<String> remarks) {

  /**
   * One obligation at one priority.
   *
   * @param because whom the agreement that counts names, in words
   * @param words when it would be due, as a sentence
   * @param precedence every agreement that applies, the one that counts first
   */
  public record Outcome(
      ObligationKind obligation,
      Priority priority,
      String agreement,
      String because,
      Target target,
      String calendar,
      Instant dueAt,
      String words,
      List<Point> milestones,
      List<Rank> precedence) {}

  /** A milestone, when it would be reached, and that in words. */
  public record Point(String milestone, Instant at, String words) {}

  /** An agreement that applies; 1 counts. */
  public record Rank(int rank, String agreement, String because, Target target) {}
}
