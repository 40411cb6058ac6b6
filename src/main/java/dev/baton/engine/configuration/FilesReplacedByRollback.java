package dev.baton.engine.configuration;

import dev.baton.engine.FlowVersions;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessApplicationDeployment;
import org.camunda.bpm.engine.repository.Resource;

/**
 * Modeler does not deploy a file again that is the same as in the last deployment of that name. It
 * has to, if a rollback has replaced that deployment since.
 */
class FilesReplacedByRollback extends DefaultDeploymentHandler {

  private static final long A_SECOND = 1_000;

  private final RepositoryService deployments;

  FilesReplacedByRollback(ProcessEngine engine) {
    super(engine);
    this.deployments = engine.getRepositoryService();
  }

  @Override
  public boolean shouldDeployResource(Resource sent, Resource existing) {
    return super.shouldDeployResource(sent, existing) || isReplaced(existing.getDeploymentId());
  }

  /** A restart of the program does not undo what was deployed meanwhile. */
  private boolean isReplaced(String deploymentId) {
    Deployment former =
        deployments.createDeploymentQuery().deploymentId(deploymentId).singleResult();
    return !ProcessApplicationDeployment.PROCESS_APPLICATION_DEPLOYMENT_SOURCE.equals(
            former.getSource())
        && deployments
                .createDeploymentQuery()
                .deploymentSource(FlowVersions.ROLLBACK)
                .deploymentAfter(new Date(former.getDeploymentTime().getTime() - A_SECOND))
                .count()
            > 0;
  }
}
