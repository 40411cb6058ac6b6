package dev.baton.engine.guard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationAsyncBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;

/**
 * Lets people start flows by their start forms alone and tell them nothing past Baton. Whoever
 * mends a flow corrects its routing hints, but not which incident, escalation or promise it is
 * about.
 */
public class GuardedRuntimeService extends GuardedModification {

  private final GuardedFormService forms;

  public GuardedRuntimeService(
      ProcessEngineConfigurationImpl engine,
      GuardedFormService forms,
      ProtectedFlows protectedFlows) {
    super(engine, protectedFlows);
    this.forms = forms;
  }

  @Override
  public ProcessInstantiationBuilder createProcessInstanceById(String definitionId) {
    return isFromPerson()
        ? new StartByForm(commandExecutor, definitionId, forms)
        : super.createProcessInstanceById(definitionId);
  }

  @Override
  public ProcessInstantiationBuilder createProcessInstanceByKey(String definitionKey) {
    refusePeople("Starting flows by their key");
    return super.createProcessInstanceByKey(definitionKey);
  }

  @Override
  public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
    refusePeople("Sending messages to flows");
    return super.createMessageCorrelation(messageName);
  }

  @Override
  public MessageCorrelationAsyncBuilder createMessageCorrelationAsync(String messageName) {
    refusePeople("Sending messages to flows");
    return super.createMessageCorrelationAsync(messageName);
  }

  @Override
  public void messageEventReceived(String messageName, String executionId) {
    refusePeople("Sending messages to flows");
    super.messageEventReceived(messageName, executionId);
  }

  @Override
  public void messageEventReceived(
      String messageName, String executionId, Map<String, Object> variables) {
    refusePeople("Sending messages to flows");
    super.messageEventReceived(messageName, executionId, variables);
  }

  @Override
  public void signalEventReceived(
      String signalName, String executionId, Map<String, Object> variables) {
    refusePeople("Sending signals");
    super.signalEventReceived(signalName, executionId, variables);
  }

  @Override
  public SignalEventReceivedBuilder createSignalEvent(String signalName) {
    refusePeople("Sending signals");
    return super.createSignalEvent(signalName);
  }

  @Override
  public void signal(String executionId) {
    refusePeople("Moving a flow on");
    super.signal(executionId);
  }

  @Override
  public void signal(String executionId, String name, Object data, Map<String, Object> variables) {
    refusePeople("Moving a flow on");
    super.signal(executionId, name, data, variables);
  }

  @Override
  public void signal(String executionId, Map<String, Object> variables) {
    refusePeople("Moving a flow on");
    super.signal(executionId, variables);
  }

  @Override
  public ConditionEvaluationBuilder createConditionEvaluation() {
    refusePeople("Starting flows by conditions");
    return super.createConditionEvaluation();
  }

  @Override
  public RestartProcessInstanceBuilder restartProcessInstances(String definitionId) {
    refusePeople("Starting ended flows again");
    return super.restartProcessInstances(definitionId);
  }

  @Override
  public void setVariable(String executionId, String name, Object value) {
    check(Map.of(name, value == null ? "" : value));
    super.setVariable(executionId, name, value);
  }

  @Override
  public void setVariableLocal(String executionId, String name, Object value) {
    check(Map.of(name, value == null ? "" : value));
    super.setVariableLocal(executionId, name, value);
  }

  @Override
  protected void setVariables(String executionId, Map<String, ?> variables, boolean local) {
    check(variables);
    super.setVariables(executionId, variables, local);
  }

  @Override
  protected void updateVariables(
      String executionId, Map<String, ?> changed, Collection<String> removed, boolean local) {
    check(changed);
    checkNames(removed);
    super.updateVariables(executionId, changed, removed, local);
  }

  @Override
  public void removeVariable(String executionId, String name) {
    checkNames(List.of(name));
    super.removeVariable(executionId, name);
  }

  @Override
  public void removeVariableLocal(String executionId, String name) {
    checkNames(List.of(name));
    super.removeVariableLocal(executionId, name);
  }

  @Override
  public Batch setVariablesAsync(
      List<String> instances,
      ProcessInstanceQuery running,
      HistoricProcessInstanceQuery ever,
      Map<String, ?> variables) {
    check(variables);
    return super.setVariablesAsync(instances, running, ever, variables);
  }

  private void check(Map<String, ?> variables) {
    if (variables != null && isFromPerson()) {
      UserInputRules.checkMended(variables);
    }
  }

  private void checkNames(Collection<String> names) {
    if (names != null && isFromPerson()) {
      names.forEach(UserInputRules::checkName);
    }
  }

  private void refusePeople(String what) {
    if (isFromPerson()) {
      throw UserInputRules.refused(what);
    }
  }

  /** What Tasklist sends for a start: the fields of the form, at the flow's beginning. */
  private static final class StartByForm extends ProcessInstantiationBuilderImpl {

    private final GuardedFormService forms;

    StartByForm(CommandExecutor executor, String definitionId, GuardedFormService forms) {
      super(executor);
      this.processDefinitionId = definitionId;
      this.forms = forms;
    }

    @Override
    public ProcessInstantiationBuilder businessKey(String ignored) {
      return this;
    }

    @Override
    public ProcessInstantiationBuilder setVariables(Map<String, Object> variables) {
      return variables == null
          ? this
          : super.setVariables(forms.ofStart(processDefinitionId, variables));
    }

    @Override
    public ProcessInstantiationBuilder startBeforeActivity(String activityId) {
      throw UserInputRules.refused("Starting a flow in its middle");
    }

    @Override
    public ProcessInstantiationBuilder startAfterActivity(String activityId) {
      throw UserInputRules.refused("Starting a flow in its middle");
    }

    @Override
    public ProcessInstantiationBuilder startTransition(String transitionId) {
      throw UserInputRules.refused("Starting a flow in its middle");
    }
  }
}
