package dev.baton.engine;

import dev.baton.web.text.LocalizableText;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all {@link TaskCompletionRule}s, whichever way somebody completes a task. */
@Component
public class TaskCompletionRules {

  private final TaskService taskService;
  private final RuntimeService runtimeService;
  private final UserTaskDescriptions descriptions;
  private final TrustedEngineAccess trust;
  private final ObjectProvider<TaskCompletionRule> rules;

  TaskCompletionRules(
      TaskService taskService,
      RuntimeService runtimeService,
      UserTaskDescriptions descriptions,
      TrustedEngineAccess trust,
      ObjectProvider<TaskCompletionRule> rules) {
    this.taskService = taskService;
    this.runtimeService = runtimeService;
    this.descriptions = descriptions;
    this.trust = trust;
    this.rules = rules;
  }

  /** Why this person may not complete the task; empty if they may, or if there is no such task. */
  public Optional<LocalizableText> refusal(String taskId, String login) {
    return trust.trusted(
        () -> {
          Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
          return task == null ? Optional.empty() : refusal(task, login);
        });
  }

  private Optional<LocalizableText> refusal(Task task, String login) {
    UserTaskDescription description = descriptions.of(task);
    if (description.notBy() == null || login == null) {
      return Optional.empty();
    }
    String instanceId = task.getProcessInstanceId();
    ProcessInstance flow =
        runtimeService.createProcessInstanceQuery().processInstanceId(instanceId).singleResult();
    String businessKey = flow == null ? null : flow.getBusinessKey();
    return rules
        .orderedStream()
        .flatMap(rule -> rule.refusal(description, instanceId, businessKey, login).stream())
        .findFirst();
  }
}
