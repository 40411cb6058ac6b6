package dev.baton.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.ExternalTaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/**
 * Limits what an outside program may send back from an external task: scalars, and nothing that
 * changes which incident the flow is about.
 */
public class GuardedExternalTaskService extends ExternalTaskServiceImpl {

  private final ProcessEngineConfigurationImpl engine;

  public GuardedExternalTaskService(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public void complete(
      String taskId, String worker, Map<String, Object> variables, Map<String, Object> local) {
    check(variables);
    check(local);
    super.complete(taskId, worker, variables, local);
  }

  @Override
  public void complete(String taskId, String worker, Map<String, Object> variables) {
    check(variables);
    super.complete(taskId, worker, variables);
  }

  @Override
  public void handleFailure(
      String taskId,
      String worker,
      String message,
      String details,
      int retries,
      long pause,
      Map<String, Object> variables,
      Map<String, Object> local) {
    check(variables);
    check(local);
    super.handleFailure(taskId, worker, message, details, retries, pause, variables, local);
  }

  @Override
  public void handleBpmnError(
      String taskId, String worker, String code, String message, Map<String, Object> variables) {
    check(variables);
    super.handleBpmnError(taskId, worker, code, message, variables);
  }

  private void check(Map<String, Object> variables) {
    if (variables != null
        && UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      UserInputRules.checkMended(variables);
    }
  }
}
