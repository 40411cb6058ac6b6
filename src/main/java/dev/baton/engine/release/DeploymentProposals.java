package dev.baton.engine.release;

import java.util.Map;

/** Takes what people deploy and keeps it until somebody else publishes it. */
public interface DeploymentProposals {

  /** Whether what people deploy goes live at once instead. */
  boolean isDirect();

  /**
   * Keeps the files, if the checks find no error, as the signed-in person's proposal.
   *
   * @param name of the deployment; may be null
   * @param files content by name
   * @throws RefusedRelease with what the checks say
   */
  ProposedDeployment propose(String name, Map<String, byte[]> files);
}
