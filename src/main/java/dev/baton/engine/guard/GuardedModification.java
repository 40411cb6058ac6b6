package dev.baton.engine.guard;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.ModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.migration.MigrationPlanExecutionBuilderImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanExecutionBuilder;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.ModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;

/**
 * Lets people with the right cancel, change and migrate instances, but cancel them with their
 * clocks, and change and migrate them with all that the flow does at that.
 */
class GuardedModification extends RuntimeServiceImpl {

  private final ProcessEngineConfigurationImpl engine;

  GuardedModification(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
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
    checkWhole(skipSubprocesses);
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
    checkWhole(skipSubprocesses);
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
    checkWhole(skipSubprocesses);
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
    checkWhole(skipSubprocesses);
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
    checkWhole(skipSubprocesses);
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
    checkWhole(skipSubprocesses);
    return super.deleteProcessInstancesAsync(
        ids, running, ever, reason, skipCustomListeners, skipSubprocesses, skipIoMappings);
  }

  @Override
  public ProcessInstanceModificationBuilder createProcessInstanceModification(String instanceId) {
    return isFromPerson()
        ? new Modification(commandExecutor, instanceId)
        : super.createProcessInstanceModification(instanceId);
  }

  @Override
  public ModificationBuilder createModification(String definitionId) {
    return isFromPerson()
        ? new ModificationOfMany(commandExecutor, definitionId)
        : super.createModification(definitionId);
  }

  @Override
  public MigrationPlanExecutionBuilder newMigration(MigrationPlan plan) {
    if (!isFromPerson()) {
      return super.newMigration(plan);
    }
    if (plan.getVariables() != null) {
      UserInputRules.checkMended(plan.getVariables());
    }
    return new Migration(commandExecutor, plan);
  }

  /** Listeners are not needed: the desk hears of the end of a flow by the engine's history. */
  private void checkWhole(boolean skipSubprocesses) {
    if (isFromPerson()) {
      refuse("skipSubprocesses", skipSubprocesses);
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
    Modification(CommandExecutor executor, String instanceId) {
      super(executor, instanceId);
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
      super.execute(writeLog, skipCustomListeners, skipIoMappings);
    }

    @Override
    public Batch executeAsync(boolean skipCustomListeners, boolean skipIoMappings) {
      refuse("skipCustomListeners", skipCustomListeners);
      refuse("skipIoMappings", skipIoMappings);
      return super.executeAsync(skipCustomListeners, skipIoMappings);
    }
  }

  private static final class ModificationOfMany extends ModificationBuilderImpl {
    ModificationOfMany(CommandExecutor executor, String definitionId) {
      super(executor, definitionId);
    }

    @Override
    public ModificationBuilder skipCustomListeners() {
      refuse("skipCustomListeners", true);
      return this;
    }

    @Override
    public ModificationBuilder skipIoMappings() {
      refuse("skipIoMappings", true);
      return this;
    }
  }

  private static final class Migration extends MigrationPlanExecutionBuilderImpl {
    Migration(CommandExecutor executor, MigrationPlan plan) {
      super(executor, plan);
    }

    @Override
    public MigrationPlanExecutionBuilder skipCustomListeners() {
      refuse("skipCustomListeners", true);
      return this;
    }

    @Override
    public MigrationPlanExecutionBuilder skipIoMappings() {
      refuse("skipIoMappings", true);
      return this;
    }
  }
}
