package dev.baton.desk.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** What of changed flows waits for somebody; the module of the flows knows. */
public interface FlowChanges {

  /** Right now. */
  Waiting now();

  /**
   * @param release number of the live release; null before the first start has ended
   * @param openProposals how many proposals nobody has decided about
   * @param upgradeProposal number of the one that came with a newer program, or null
   */
  @Schema(name = "BoardFlows")
  record Waiting(Integer release, long openProposals, Long upgradeProposal) {}
}
