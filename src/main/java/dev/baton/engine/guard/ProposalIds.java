package dev.baton.engine.guard;

import dev.baton.engine.release.ProposedDeployment;

/** The ids under which proposals are answered to programs that expect a deployment. */
public final class ProposalIds {

  private static final String PREFIX = "proposal-";

  private ProposalIds() {}

  static String of(ProposedDeployment proposal) {
    return PREFIX + proposal.proposal();
  }

  public static boolean isProposal(String deploymentId) {
    return deploymentId != null && deploymentId.startsWith(PREFIX);
  }

  /** The address of its page on this desk. */
  public static String path(String deploymentId) {
    return "/desk/flows/proposals/" + deploymentId.substring(PREFIX.length());
  }
}
