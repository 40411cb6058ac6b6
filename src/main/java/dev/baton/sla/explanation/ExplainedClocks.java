package dev.baton.sla.explanation;

import java.time.Instant;
import java.util.List;

/**
 * The clocks of an incident and why they stand where they stand.
 *
 * @param at the instant of reading; instants are UTC
 * @param zone the client's zone: times within words are in it
 */
public record ExplainedClocks(
    String incident, Instant at, String zone, List<ClockExplanation> clocks) {

  public ExplainedClocks {
    clocks = List.copyOf(clocks);
  }
}
