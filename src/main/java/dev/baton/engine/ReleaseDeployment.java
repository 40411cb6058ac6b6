package dev.baton.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessApplicationDeployment;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine's deployments of whole releases, whoever asks. */
@Component
@Transactional
public class ReleaseDeployment {

  /** The source of deployments that were published from a proposal. */
  public static final String PUBLICATION = "publication";

  private static final String PACKAGED =
      ProcessApplicationDeployment.PROCESS_APPLICATION_DEPLOYMENT_SOURCE;

  private final RepositoryService repositoryService;
  private final TrustedEngineAccess trust;
  private final ProcessEngineConfigurationImpl engine;

  ReleaseDeployment(
      RepositoryService repositoryService,
      TrustedEngineAccess trust,
      ProcessEngineConfigurationImpl engine) {
    this.repositoryService = repositoryService;
    this.trust = trust;
    this.engine = engine;
  }

  /**
   * Every other deployment waits from here on until the transaction ends. The engine takes this
   * lock first in any deployment; whoever needs other locks as well has to do so, too.
   */
  public void takeTurn() {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              context.getPropertyManager().acquireExclusiveLock();
              return null;
            });
  }

  /**
   * Deploys the files together, the unchanged ones as well: they are bound to each other by
   * deployment.
   *
   * @param files content by name
   * @return the id of the deployment
   * @throws ParseException if the checks find an error, or the engine cannot read a file
   */
  public String deploy(String name, Map<String, byte[]> files) {
    return trust.trusted(
        () -> {
          DeploymentBuilder deployment =
              repositoryService.createDeployment().name(name).source(PUBLICATION);
          files.forEach(
              (file, content) ->
                  deployment.addInputStream(file, new ByteArrayInputStream(content)));
          return deployment.deployWithResult().getId();
        });
  }

  /** The deployment that the newest version of this flow belongs to. */
  @Transactional(readOnly = true)
  public Optional<LiveDeployment> live(String processKey) {
    return trust.trusted(
        () ->
            Optional.ofNullable(
                    repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .singleResult())
                .map(
                    flow ->
                        repositoryService
                            .createDeploymentQuery()
                            .deploymentId(flow.getDeploymentId())
                            .singleResult())
                .map(ReleaseDeployment::live));
  }

  /** The files that came with the program last, by name; empty before the first start. */
  @Transactional(readOnly = true)
  public Map<String, byte[]> packagedFiles() {
    List<Deployment> packaged =
        trust.trusted(
            () ->
                repositoryService
                    .createDeploymentQuery()
                    .deploymentSource(PACKAGED)
                    .orderByDeploymentTime()
                    .desc()
                    .listPage(0, 1));
    return packaged.isEmpty() ? Map.of() : files(packaged.get(0).getId());
  }

  /** The content of a deployment's files, by name. */
  @Transactional(readOnly = true)
  public Map<String, byte[]> files(String deploymentId) {
    return trust.trusted(
        () ->
            repositoryService.getDeploymentResources(deploymentId).stream()
                .collect(
                    Collectors.toMap(
                        Resource::getName, resource -> ((ResourceEntity) resource).getBytes())));
  }

  private static LiveDeployment live(Deployment deployment) {
    return new LiveDeployment(
        deployment.getId(),
        deployment.getName(),
        deployment.getSource(),
        deployment.getDeploymentTime().toInstant(),
        PACKAGED.equals(deployment.getSource()));
  }
}
