package dev.baton.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The engine's own authorisation checks, plus actions that no permission allows: deleting a flow
 * that incidents run in, and deleting history.
 */
public class GuardedAuthorizations extends AuthorizationCommandChecker {

  @Override
  public void checkDeleteDeployment(String deploymentId) {
    super.checkDeleteDeployment(deploymentId);
    if (isFromPerson()) {
      Context.getCommandContext()
          .getProcessDefinitionManager()
          .findProcessDefinitionsByDeploymentId(deploymentId)
          .forEach(GuardedAuthorizations::refuseWhileRunning);
    }
  }

  @Override
  public void checkDeleteProcessDefinitionById(String id) {
    super.checkDeleteProcessDefinitionById(id);
    if (isFromPerson()) {
      refuseWhileRunning(
          Context.getCommandContext()
              .getProcessDefinitionManager()
              .findLatestProcessDefinitionById(id));
    }
  }

  @Override
  public void checkDeleteProcessDefinitionByKey(String key) {
    super.checkDeleteProcessDefinitionByKey(key);
    if (isFromPerson()) {
      Context.getProcessEngineConfiguration()
          .getRepositoryService()
          .createProcessDefinitionQuery()
          .processDefinitionKey(key)
          .list()
          .forEach(GuardedAuthorizations::refuseWhileRunning);
    }
  }

  private static void refuseWhileRunning(ProcessDefinition definition) {
    if (definition == null) {
      return;
    }
    long running =
        Context.getCommandContext()
            .runWithoutAuthorization(
                () ->
                    Context.getProcessEngineConfiguration()
                        .getRuntimeService()
                        .createExecutionQuery()
                        .processDefinitionId(definition.getId())
                        .count());
    if (running > 0) {
      throw new BadUserRequestException(
          "Version %d of '%s' is in use; migrate what runs in it first, on /desk/flows/migrations."
              .formatted(definition.getVersion(), definition.getKey()));
    }
  }

  @Override
  public void checkDeleteHistoricTaskInstance(HistoricTaskInstanceEntity task) {
    super.checkDeleteHistoricTaskInstance(task);
    refusePeople();
  }

  @Override
  public void checkDeleteHistoricProcessInstance(HistoricProcessInstance instance) {
    super.checkDeleteHistoricProcessInstance(instance);
    refusePeople();
  }

  @Override
  public void checkDeleteHistoricDecisionInstance(String decisionKey) {
    super.checkDeleteHistoricDecisionInstance(decisionKey);
    refusePeople();
  }

  @Override
  public void checkDeleteHistoricDecisionInstance(HistoricDecisionInstance instance) {
    super.checkDeleteHistoricDecisionInstance(instance);
    refusePeople();
  }

  @Override
  public void checkDeleteHistoricVariableInstance(HistoricVariableInstanceEntity variable) {
    super.checkDeleteHistoricVariableInstance(variable);
    refusePeople();
  }

  @Override
  public void checkDeleteHistoricVariableInstancesByProcessInstance(
      HistoricProcessInstanceEntity instance) {
    super.checkDeleteHistoricVariableInstancesByProcessInstance(instance);
    refusePeople();
  }

  @Override
  public void checkDeleteUserOperationLog(UserOperationLogEntry entry) {
    super.checkDeleteUserOperationLog(entry);
    refusePeople();
  }

  private static void refusePeople() {
    if (isFromPerson()) {
      throw UserInputRules.refused("Deleting what has happened");
    }
  }

  private static boolean isFromPerson() {
    return Context.getCommandContext().getAuthenticatedUserId() != null
        && Context.getCommandContext().isAuthorizationCheckEnabled();
  }
}
