package dev.baton.sla.agreement;

import dev.baton.calendar.Target;
import dev.baton.incident.Priority;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What would be promised for an incident opened at a given instant.
 *
 * @param client code; null if agreements were tried without a client
 * @param remarks what somebody should know about the agreements tried
 */
public record AgreementPreview(
    Instant at, String client, List<Outcome> outcomes, List<DefinitionRemark> remarks) {

  /**
   * One obligation at one priority.
   *
   * @param scope whom the agreement that counts is for
   * @param zone the client's, in which the words tell the time
   * @param words when it would be due, as a sentence
   * @param precedence every agreement that applies, in order of precedence
   */
  public record Outcome(
      ObligationKind obligation,
      Priority priority,
      AgreementLabel agreement,
      AgreementScope scope,
      Target target,
      String calendar,
      Instant dueAt,
      ZoneId zone,
      String words,
      List<Point> milestones,
      List<Rank> precedence) {}

  /** A milestone and when it would be reached, also in words. */
  public record Point(String milestone, Instant at, String words) {}

  /** An agreement that applies. The one with rank 1 counts. */
  public record Rank(int rank, AgreementLabel agreement, AgreementScope scope, Target target) {}
}
