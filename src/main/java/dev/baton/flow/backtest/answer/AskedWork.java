package dev.baton.flow.backtest.answer;

import dev.baton.engine.Flows;
import dev.baton.flow.backtest.replay.CreatedTasks;
import dev.baton.flow.backtest.replay.ScratchDesk;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.task.FormInputValidator;
import dev.baton.incident.task.IncidentTask;
import dev.baton.incident.task.IncidentTasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.task.Task;

/** Finds where flows wait at certain steps, and answers there. */
public final class AskedWork {

  private static final String MESSAGE = "message";

  private final Map<String, ScriptedStep> steps;
  private final List<ScriptedStep> lookedFor;
  private final CreatedTasks created;
  private final TaskService tasks;
  private final RuntimeService running;
  private final RepositoryService models;
  private final IncidentTasks incidentTasks;
  private final Flows flows;
  private final FormDefaults defaults;
  private final Map<String, String> processes = new HashMap<>();

  /**
   * Something that a flow waits for.
   *
   * @param id of the task or of the event's subscription
   */
  public record Work(String id, ScriptedStep step, String instanceId, IncidentNumber incident) {}

  public AskedWork(List<ScriptedStep> steps, ScratchDesk desk) {
    this.steps = steps.stream().collect(Collectors.toMap(ScriptedStep::key, Function.identity()));
    this.lookedFor = steps.stream().filter(step -> !step.isHeard()).toList();
    this.created = desk.bean(CreatedTasks.class);
    this.tasks = desk.bean(TaskService.class);
    this.running = desk.bean(RuntimeService.class);
    this.models = desk.bean(RepositoryService.class);
    this.incidentTasks = desk.bean(IncidentTasks.class);
    this.flows = desk.bean(Flows.class);
    this.defaults = new FormDefaults(desk.bean(FormInputValidator.class), desk.bean(Clock.class));
  }

  /** What is asked now; some of it may have been given before. */
  List<Work> take() {
    List<Work> work = new ArrayList<>();
    for (Optional<CreatedTasks.CreatedTask> one = created.take();
        one.isPresent();
        one = created.take()) {
      if (!steps.isEmpty()) {
        of(one.get()).ifPresent(work::add);
      }
    }
    lookedFor.forEach(step -> work.addAll(step.isWait() ? waits(step) : tasks(step)));
    return work;
  }

  private Optional<Work> of(CreatedTasks.CreatedTask task) {
    ScriptedStep step = steps.get(processOf(task.definitionId()) + "/" + task.step());
    return step == null || task.businessKey() == null
        ? Optional.empty()
        : IncidentNumber.parse(task.businessKey())
            .map(number -> new Work(task.id(), step, null, number));
  }

  private List<Work> tasks(ScriptedStep step) {
    return tasks
        .createTaskQuery()
        .processDefinitionKey(step.process())
        .taskDefinitionKey(step.id())
        .active()
        .list()
        .stream()
        .sorted(Comparator.comparing(Task::getCreateTime))
        .flatMap(task -> work(task.getId(), step, task.getProcessInstanceId()).stream())
        .toList();
  }

  private List<Work> waits(ScriptedStep step) {
    return running
        .createEventSubscriptionQuery()
        .eventType(MESSAGE)
        .eventName(step.message())
        .activityId(step.id())
        .list()
        .stream()
        .sorted(Comparator.comparing(EventSubscription::getCreated))
        .filter(event -> event.getProcessInstanceId() != null)
        .flatMap(event -> work(event.getId(), step, event.getProcessInstanceId()).stream())
        .toList();
  }

  private Optional<Work> work(String id, ScriptedStep step, String instance) {
    var found = running.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    return found == null || found.getBusinessKey() == null
        ? Optional.empty()
        : IncidentNumber.parse(found.getBusinessKey())
            .map(number -> new Work(id, step, instance, number));
  }

  private String processOf(String definition) {
    return processes.computeIfAbsent(definition, id -> models.getProcessDefinition(id).getKey());
  }

  /** Whether the flow still waits for it. */
  boolean isOpen(Work work) {
    return work.step().isWait()
        ? running.createEventSubscriptionQuery().eventSubscriptionId(work.id()).count() > 0
        : tasks.createTaskQuery().taskId(work.id()).active().count() > 0;
  }

  /**
   * Completes the task or sends the message.
   *
   * @param values those that the script names
   */
  void answer(Work work, Map<String, Object> values, int visit) {
    if (work.step().isWait()) {
      flows.tell(work.instanceId(), work.step().message(), values);
      return;
    }
    Optional<IncidentTask> task =
        incidentTasks.of(work.incident()).stream()
            .filter(open -> open.id().equals(work.id()))
            .findFirst();
    if (task.isPresent()) {
      Map<String, Object> input =
          task.get().form() == null ? values : defaults.complete(task.get().form(), values, visit);
      incidentTasks.complete(work.incident(), work.id(), input);
    } else { // of another flow about the incident
      String instance =
          tasks.createTaskQuery().taskId(work.id()).singleResult().getProcessInstanceId();
      flows.offeredTasks(instance).stream()
          .filter(open -> open.id().equals(work.id()))
          .findFirst()
          .ifPresent(open -> flows.complete(open, values));
    }
  }
}
