package dev.baton.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** Takes from people who work on a task the fields of its form, and nothing else. */
class GuardedTasks extends TaskServiceImpl {

  private final ProcessEngineConfigurationImpl engine;

  GuardedTasks(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    super.complete(taskId, taken(taskId, variables));
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return super.completeWithVariablesInReturn(taskId, taken(taskId, variables), deserializeValues);
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    super.resolveTask(taskId, taken(taskId, variables));
  }

  @Override
  protected void setVariables(String taskId, Map<String, ?> variables, boolean local) {
    refusePeople("Setting variables of a task");
    super.setVariables(taskId, variables, local);
  }

  @Override
  public void setVariable(String taskId, String name, Object value) {
    refusePeople("Setting variables of a task");
    super.setVariable(taskId, name, value);
  }

  @Override
  public void setVariableLocal(String taskId, String name, Object value) {
    refusePeople("Setting variables of a task");
    super.setVariableLocal(taskId, name, value);
  }

  @Override
  protected void updateVariables(
      String taskId, Map<String, ?> modifications, Collection<String> deletions, boolean local) {
    refusePeople("Setting variables of a task");
    super.updateVariables(taskId, modifications, deletions, local);
  }

  @Override
  public void removeVariable(String taskId, String name) {
    refusePeople("Removing variables of a task");
    super.removeVariable(taskId, name);
  }

  @Override
  public void removeVariableLocal(String taskId, String name) {
    refusePeople("Removing variables of a task");
    super.removeVariableLocal(taskId, name);
  }

  @Override
  public void handleBpmnError(
      String taskId, String code, String message, Map<String, Object> variables) {
    refusePeople("Throwing errors");
    super.handleBpmnError(taskId, code, message, variables);
  }

  @Override
  public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
    refusePeople("Throwing escalations");
    super.handleEscalation(taskId, code, variables);
  }

  private void refusePeople(String what) {
    if (PersonsInput.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      throw PersonsInput.refused(what);
    }
  }

  private Map<String, Object> taken(String taskId, Map<String, Object> sent) {
    if (sent == null
        || sent.isEmpty()
        || !PersonsInput.isFrom(engine.getIdentityService().getCurrentAuthentication())) {
      return sent;
    }
    FormService forms = engine.getFormService();
    Set<String> fields =
        PersonsInput.fields(forms.getTaskFormData(taskId), () -> forms.getDeployedTaskForm(taskId));
    return PersonsInput.ofForm(fields, sent);
  }
}
