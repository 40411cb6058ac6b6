package dev.baton.engine.guard;

import dev.baton.engine.release.DeploymentProposals;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.ProcessApplicationDeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessApplicationDeployment;

/**
 * What people deploy, Modeler's own button included, becomes a proposal; and what comes with the
 * program does not take the place of a release that the desk has published.
 */
public class GuardedRepositoryService extends RepositoryServiceImpl {

  private final ProcessEngineConfigurationImpl engine;
  private final Supplier<DeploymentProposals> proposals;

  /**
   * @param proposals asked at a deployment, since they need the modules of the desk; gives null
   *     where there are none
   */
  public GuardedRepositoryService(
      ProcessEngineConfigurationImpl engine, Supplier<DeploymentProposals> proposals) {
    this.engine = engine;
    this.proposals = proposals;
  }

  @Override
  public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
    if (deployment instanceof ProcessApplicationDeploymentBuilderImpl packaged) {
      keepWhatTheDeskPublished(packaged);
    }
    if (UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      DeploymentProposals desk = proposals.get();
      if (desk != null && !desk.isDirect()) {
        return commandExecutor.execute(new ProposeDeploymentCmd(deployment, desk));
      }
    }
    return super.deployWithResult(deployment);
  }

  /** Then the program registers with what came with it before; a proposal takes the rest over. */
  private void keepWhatTheDeskPublished(DeploymentBuilderImpl packaged) {
    List<Deployment> before =
        createDeploymentQuery()
            .deploymentSource(ProcessApplicationDeployment.PROCESS_APPLICATION_DEPLOYMENT_SOURCE)
            .deploymentName(packaged.getDeployment().getName())
            .orderByDeploymentTime()
            .desc()
            .listPage(0, 1);
    if (before.isEmpty() || isLive(before.get(0).getId())) {
      return;
    }
    DeploymentEntity deployment = packaged.getDeployment();
    deployment.clearResources();
    getDeploymentResources(before.get(0).getId())
        .forEach(
            file -> {
              ResourceEntity copy = new ResourceEntity();
              copy.setName(file.getName());
              copy.setBytes(((ResourceEntity) file).getBytes());
              deployment.addResource(copy);
            });
  }

  /** Whether all its flows are the newest of their kind. */
  private boolean isLive(String deploymentId) {
    return createProcessDefinitionQuery().deploymentId(deploymentId).list().stream()
        .map(
            flow ->
                createProcessDefinitionQuery()
                    .processDefinitionKey(flow.getKey())
                    .latestVersion()
                    .singleResult())
        .allMatch(newest -> newest.getDeploymentId().equals(deploymentId));
  }
}
