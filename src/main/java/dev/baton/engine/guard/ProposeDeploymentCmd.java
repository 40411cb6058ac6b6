package dev.baton.engine.guard;

import dev.baton.engine.release.DeploymentProposals;
import dev.baton.engine.release.ProposedDeployment;
import dev.baton.engine.release.RefusedRelease;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * Gathers the files as a deployment would and hands them over as a proposal. The answer has the
 * shape that Modeler expects, without definitions: nothing was deployed.
 */
class ProposeDeploymentCmd extends DeployCmd {

  private static final long serialVersionUID = 1L;

  private final transient DeploymentProposals proposals;

  ProposeDeploymentCmd(DeploymentBuilderImpl deployment, DeploymentProposals proposals) {
    super(deployment);
    this.proposals = proposals;
  }

  @Override
  protected DeploymentWithDefinitions doExecute(CommandContext engine) {
    Set<String> copied = getAllDeploymentIds(deploymentBuilder);
    if (!copied.isEmpty()) {
      ensureDeploymentsWithIdsExists(
          copied,
          engine.getDeploymentManager().findDeploymentsByIds(copied.toArray(String[]::new)));
    }
    checkCreateAndReadDeployments(engine, copied);
    setDeploymentName(deploymentBuilder.getNameFromDeployment(), deploymentBuilder, engine);
    List<ResourceEntity> resources = getResources(deploymentBuilder, engine);
    checkDuplicateResourceName(resources);
    Map<String, byte[]> files = new HashMap<>();
    DeploymentEntity sent = deploymentBuilder.getDeployment();
    if (sent.getResources() != null) {
      sent.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
    }
    resources.forEach(resource -> files.put(resource.getName(), resource.getBytes()));
    if (files.isEmpty()) {
      throw new BadUserRequestException("There is no file to deploy.");
    }
    return answer(sent, propose(sent.getName(), files));
  }

  private ProposedDeployment propose(String name, Map<String, byte[]> files) {
    try {
      return proposals.propose(name, files);
    } catch (RefusedRelease refused) {
      List<Problem> problems =
          refused.errors().stream()
              .<Problem>map(error -> new ModelProblem(error.elementId(), error.text()))
              .toList();
      throw new ParseException(
          refused.getMessage(), String.join(", ", files.keySet()), problems, List.of());
    }
  }

  private static DeploymentWithDefinitions answer(
      DeploymentEntity sent, ProposedDeployment proposal) {
    DeploymentEntity answer = new DeploymentEntity();
    answer.setId(ProposalIds.of(proposal));
    answer.setName(proposal.title());
    answer.setSource(sent.getSource());
    answer.setTenantId(sent.getTenantId());
    answer.setDeploymentTime(Date.from(proposal.at()));
    return answer;
  }
}
