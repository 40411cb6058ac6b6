package dev.baton.engine;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Finds open tasks and their forms through the engine's own services. */
@Component
class EngineOpenTasks implements OpenTasks {

  private final TaskService taskService;
  private final RuntimeService runtimeService;
  private final TaskFormSchemas forms;
  private final TrustedEngineAccess trust;
  private final UserTaskDescriptions descriptions;

  EngineOpenTasks(
      TaskService taskService,
      RuntimeService runtimeService,
      TaskFormSchemas forms,
      TrustedEngineAccess trust,
      UserTaskDescriptions descriptions) {
    this.taskService = taskService;
    this.runtimeService = runtimeService;
    this.forms = forms;
    this.trust = trust;
    this.descriptions = descriptions;
  }

  @Override
  public List<OpenTask> of(String businessKey, String instanceId) {
    return trust.trusted(
        () -> {
          List<Task> open = withKey(businessKey);
          Predicate<String> isOfFlow = calledBy(instanceId, open);
          return open.stream()
              .filter(task -> isOfFlow.test(task.getProcessInstanceId()))
              .map(this::open)
              .toList();
        });
  }

  @Override
  public List<OpenTask> of(String businessKey) {
    return trust.trusted(() -> withKey(businessKey).stream().map(this::open).toList());
  }

  private List<Task> withKey(String businessKey) {
    return taskService
        .createTaskQuery()
        .processInstanceBusinessKey(businessKey)
        .active()
        .orderByTaskCreateTime()
        .asc()
        .list();
  }

  /** Other flows have the same business key, such as the escalations of an incident. */
  private Predicate<String> calledBy(String instanceId, List<Task> tasks) {
    Set<String> others =
        tasks.stream()
            .map(Task::getProcessInstanceId)
            .filter(id -> !id.equals(instanceId))
            .collect(Collectors.toSet());
    if (others.isEmpty()) {
      return instanceId::equals;
    }
    Set<String> called =
        runtimeService.createProcessInstanceQuery().processInstanceIds(others).list().stream()
            .filter(instance -> instanceId.equals(instance.getRootProcessInstanceId()))
            .map(ProcessInstance::getId)
            .collect(Collectors.toSet());
    return id -> id.equals(instanceId) || called.contains(id);
  }

  private OpenTask open(Task task) {
    return new OpenTask(
        EngineFlows.offered(task, descriptions),
        task.getCreateTime().toInstant(),
        instant(task.getDueDate()));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  @Override
  public Optional<String> form(OpenTask task) {
    return forms.of(task.offered().id()).json();
  }

  @Override
  public Map<String, Object> variables(OpenTask task) {
    VariableMap all =
        trust.trusted(() -> taskService.getVariablesTyped(task.offered().id(), false));
    Map<String, Object> scalars = new HashMap<>();
    for (String name : all.keySet()) {
      TypedValue value = all.getValueTyped(name);
      if (value instanceof PrimitiveValue<?> scalar && scalar.getValue() != null) {
        scalars.put(name, scalar.getValue());
      } else if (value instanceof ObjectValue text
          && String.class.getName().equals(text.getObjectTypeName())) {
        scalars.put(name, trust.trusted(() -> taskService.getVariable(task.offered().id(), name)));
      }
    }
    return scalars;
  }
}
