package dev.baton.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Accepts only form fields from people who submit a form, and no business key, which the flow sets
 * itself.
 */
public class GuardedFormService extends FormServiceImpl {

  private final ProcessEngineConfigurationImpl engine;
  private final CompletionGuard completion;

  public GuardedFormService(ProcessEngineConfigurationImpl engine, CompletionGuard completion) {
    this.engine = engine;
    this.completion = completion;
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, Map<String, Object> sent) {
    return super.submitStartForm(definitionId, ofStart(definitionId, sent));
  }

  @Override
  public ProcessInstance submitStartForm(
      String definitionId, String businessKey, Map<String, Object> sent) {
    return isFromPerson()
        ? submitStartForm(definitionId, sent)
        : super.submitStartForm(definitionId, businessKey, sent);
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> sent) {
    completion.check(taskId);
    super.submitTaskForm(taskId, ofTask(taskId, sent));
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> sent, boolean deserializeValues) {
    completion.check(taskId);
    return super.submitTaskFormWithVariablesInReturn(
        taskId, ofTask(taskId, sent), deserializeValues);
  }

  private Map<String, Object> ofTask(String taskId, Map<String, Object> sent) {
    return isFromPerson() && sent != null && !sent.isEmpty()
        ? UserInputRules.ofForm(
            UserInputRules.fields(getTaskFormData(taskId), () -> getDeployedTaskForm(taskId)), sent)
        : sent;
  }

  /** Also covers starting a flow without its form. */
  Map<String, Object> ofStart(String definitionId, Map<String, Object> sent) {
    return isFromPerson() && sent != null && !sent.isEmpty()
        ? UserInputRules.ofForm(
            UserInputRules.fields(
                getStartFormData(definitionId), () -> getDeployedStartForm(definitionId)),
            sent)
        : sent;
  }

  private boolean isFromPerson() {
    return UserInputRules.isFrom(engine.getIdentityService().getCurrentAuthentication());
  }
}
