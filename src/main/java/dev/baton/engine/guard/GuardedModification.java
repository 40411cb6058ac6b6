package dev.baton.engine.guard;

import dev.baton.engine.ProtectedFlow;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.ModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

/**
 * Lets people with the right cancel and change instances one by one, with all that the flow does at
 * that. What belongs to an incident they cannot end: the desk cancels it. Instances are migrated by
 * the desk alone, whole families of them with a forecast, a journal entry and a way back.
 */
class GuardedModification extends RuntimeServiceImpl {

  private static final String ONE_BY_ONE =
      "Ending or changing many flows at once is not open to people: cancel incidents one by one, on"
          + " their pages or with POST /api/v1/incidents/{number}/cancel.";
  private static final String MIGRATIONS =
      "Migrating flows is not open to people in the engine: plan a migration on"
          + " /desk/flows/migrations or with POST /api/v1/flows/migrations.";

  private final ProcessEngineConfigurationImpl engine;
  private final ProtectedFlows protectedFlows;

  GuardedModification(ProcessEngineConfigurationImpl engine, ProtectedFlows protectedFlows) {
    this.engine = engine;
    this.protectedFlows = protectedFlows;
  }

  /** Whether a person asks from outside. */
  final boolean isFromPerson() {
    return UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication());
  }

  @Override
  public void deleteProcessInstance(
      String id,
      String reason,
      boolean skipCustomListeners,
      boolean externallyTerminated,
      boolean skipIoMappings,
      boolean skipSubprocesses) {
    checkEnd(id, skipSubprocesses);
    super.deleteProcessInstance(
        id, reason, skipCustomListeners, externallyTerminated, skipIoMappings, skipSubprocesses);
  }

  @Override
  public void deleteProcessInstanceIfExists(
      String id,
      String reason,
      boolean skipCustomListeners,
      boolean externallyTerminated,
      boolean skipIoMappings,
      boolean skipSubprocesses) {
    checkEnd(id, skipSubprocesses);
    super.deleteProcessInstanceIfExists(
        id, reason, skipCustomListeners, externallyTerminated, skipIoMappings, skipSubprocesses);
  }

  @Override
  public void deleteProcessInstances(
      List<String> ids,
      String reason,
      boolean skipCustomListeners,
      boolean externallyTerminated,
      boolean skipSubprocesses,
      boolean skipIoMappings) {
    refuseMany();
    super.deleteProcessInstances(
        ids, reason, skipCustomListeners, externallyTerminated, skipSubprocesses, skipIoMappings);
  }

  @Override
  public void deleteProcessInstancesIfExists(
      List<String> ids,
      String reason,
      boolean skipCustomListeners,
      boolean externallyTerminated,
      boolean skipSubprocesses) {
    refuseMany();
    super.deleteProcessInstancesIfExists(
        ids, reason, skipCustomListeners, externallyTerminated, skipSubprocesses);
  }

  @Override
  public Batch deleteProcessInstancesAsync(
      List<String> ids,
      ProcessInstanceQuery query,
      String reason,
      boolean skipCustomListeners,
      boolean skipSubprocesses) {
    refuseMany();
    return super.deleteProcessInstancesAsync(
        ids, query, reason, skipCustomListeners, skipSubprocesses);
  }

  @Override
  public Batch deleteProcessInstancesAsync(
      List<String> ids,
      ProcessInstanceQuery running,
      HistoricProcessInstanceQuery ever,
      String reason,
      boolean skipCustomListeners,
      boolean skipSubprocesses,
      boolean skipIoMappings) {
    refuseMany();
    return super.deleteProcessInstancesAsync(
        ids, running, ever, reason, skipCustomListeners, skipSubprocesses, skipIoMappings);
  }

  @Override
  public ProcessInstanceModificationBuilder createProcessInstanceModification(String instanceId) {
    return isFromPerson()
        ? new Modification(commandExecutor, instanceId, protectedFlows)
        : super.createProcessInstanceModification(instanceId);
  }

  @Override
  public ModificationBuilder createModification(String definitionId) {
    refuseMany();
    return super.createModification(definitionId);
  }

  @Override
  public MigrationPlanExecutionBuilder newMigration(MigrationPlan plan) {
    if (isFromPerson()) {
      throw new AuthorizationException(MIGRATIONS);
    }
    return super.newMigration(plan);
  }

  private void checkEnd(String instanceId, boolean skipSubprocesses) {
    if (isFromPerson()) {
      refuse("skipSubprocesses", skipSubprocesses);
      protectedFlows.refuseToEnd(instanceId, commandExecutor);
    }
  }

  private void refuseMany() {
    if (isFromPerson()) {
      throw new AuthorizationException(ONE_BY_ONE);
    }
  }

  private static void refuse(String skipped, boolean isAsked) {
    if (isAsked) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "'%s' must be false: an incident's flow ends and moves with all its parts."
              .formatted(skipped));
    }
  }

  private static final class Modification extends ProcessInstanceModificationBuilderImpl {
    private final ProtectedFlows protectedFlows;

    Modification(CommandExecutor executor, String instanceId, ProtectedFlows protectedFlows) {
      super(executor, instanceId);
      this.protectedFlows = protectedFlows;
    }

    @Override
    public ProcessInstanceModificationInstantiationBuilder setVariable(String name, Object value) {
      UserInputRules.checkMended(name, value);
      return super.setVariable(name, value);
    }

    @Override
    public ProcessInstanceModificationInstantiationBuilder setVariableLocal(
        String name, Object value) {
      UserInputRules.checkMended(name, value);
      return super.setVariableLocal(name, value);
    }

    @Override
    public ProcessInstanceModificationInstantiationBuilder setVariables(
        Map<String, Object> variables) {
      UserInputRules.checkMended(variables);
      return super.setVariables(variables);
    }

    @Override
    public ProcessInstanceModificationInstantiationBuilder setVariablesLocal(
        Map<String, Object> variables) {
      UserInputRules.checkMended(variables);
      return super.setVariablesLocal(variables);
    }

    @Override
    public void execute(boolean writeLog, boolean skipCustomListeners, boolean skipIoMappings) {
      refuse("skipCustomListeners", skipCustomListeners);
      refuse("skipIoMappings", skipIoMappings);
      Optional<ProtectedFlow> flow = protectedFlows.of(processInstanceId, commandExecutor);
      if (flow.isEmpty()) {
        super.execute(writeLog, skipCustomListeners, skipIoMappings);
      } else {
        executeWithoutEnd(writeLog, flow.get());
      }
    }

    /** Undone if the instance runs no longer afterwards. */
    private void executeWithoutEnd(boolean writeLog, ProtectedFlow flow) {
      commandExecutor.execute(
          context -> {
            super.execute(writeLog, false, false);
            ExecutionEntity instance =
                context.getExecutionManager().findExecutionById(processInstanceId);
            if (instance == null
                || instance.isEnded()
                || instance.isCanceled()
                || instance.isRemoved()) {
              throw ProtectedFlows.refusal(flow);
            }
            return null;
          });
    }

    @Override
    public Batch executeAsync(boolean skipCustomListeners, boolean skipIoMappings) {
      throw new AuthorizationException(ONE_BY_ONE);
    }
  }
}
