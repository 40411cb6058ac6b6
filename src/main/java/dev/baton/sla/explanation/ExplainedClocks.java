package dev.baton.sla.explanation;

import java.time.Instant;
import java.util.List;

/**
 * The clocks of an incident, each with its explanation.
 *
 * @param at the instant of reading; instants are UTC
 * @param zone the client's time zone, used for all times in the texts
 */
public record ExplainedClocks(
    String incident, Instant at, String zone, List<ClockExplanation> clocks) {

  public ExplainedClocks {
    clocks = List.copyOf(clocks);
  }
}
