package dev.baton.engine;

import dev.baton.web.text.LocalizableText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Reaches flows through the engine's own services. */
@Component
class EngineFlows implements Flows {

  private final RuntimeService runtimeService;
  private final TaskService taskService;
  private final TrustedEngineAccess trust;
  private final EngineRowCheck rows;
  private final UserTaskDescriptions descriptions;
  private final TaskCompletionRules rules;
  private final ActingPerson actingPerson;

  EngineFlows(
      RuntimeService runtimeService,
      TaskService taskService,
      TrustedEngineAccess trust,
      EngineRowCheck rows,
      UserTaskDescriptions descriptions,
      TaskCompletionRules rules,
      ActingPerson actingPerson) {
    this.runtimeService = runtimeService;
    this.taskService = taskService;
    this.trust = trust;
    this.rows = rows;
    this.descriptions = descriptions;
    this.rules = rules;
    this.actingPerson = actingPerson;
  }

  @Override
  public String start(String message, String businessKey, Map<String, Object> variables) {
    return reach(
        () -> {
          try {
            return runtimeService
                .startProcessInstanceByMessage(message, businessKey, variables)
                .getProcessInstanceId();
          } catch (MismatchingMessageCorrelationException noStartEvent) {
            throw new NoFlowForMessage(message, noStartEvent);
          }
        });
  }

  /** The engine's own task query puts its long statement together anew each time. */
  @Override
  public List<OfferedTask> offeredTasks(String instanceId) {
    return reach(
        () ->
            Context.getCommandContext()
                .getTaskManager()
                .findTasksByProcessInstanceId(instanceId)
                .stream()
                .filter(task -> !task.isSuspended())
                .sorted(Comparator.comparing(TaskEntity::getCreateTime))
                .map(task -> offered(task, descriptions))
                .toList());
  }

  static OfferedTask offered(Task task, UserTaskDescriptions descriptions) {
    return new OfferedTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getAssignee(),
        task.getPriority(),
        descriptions.of(task));
  }

  @Override
  public Set<String> awaited(String instanceId) {
    return reach(
        () ->
            runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(instanceId)
                .eventType("message")
                .list()
                .stream()
                .map(EventSubscription::getEventName)
                .collect(Collectors.toSet()));
  }

  @Override
  public boolean listensTo(String instanceId, String message) {
    return reach(
        () ->
            runtimeService
                    .createEventSubscriptionQuery()
                    .processInstanceId(instanceId)
                    .eventType("message")
                    .eventName(message)
                    .count()
                > 0);
  }

  @Override
  public void tell(String instanceId, String message, Map<String, Object> input) {
    reach(
        () -> {
          try {
            runtimeService
                .createMessageCorrelation(message)
                .processInstanceId(instanceId)
                .setVariables(input)
                .correlate();
          } catch (MismatchingMessageCorrelationException nobodyListens) {
            throw new NotOffered(LocalizableText.of("refused.flow.notWaiting", message));
          }
          return null;
        },
        () -> !rows.isAwaited(instanceId, message));
  }

  @Override
  public void complete(OfferedTask task, Map<String, Object> input, Map<String, Object> passing) {
    refuseExcluded(task);
    Map<String, Object> all = new HashMap<>(input);
    passing.forEach((name, value) -> all.put(name, Variables.untypedValue(value, true)));
    reach(
        () -> {
          taskService.complete(task.id(), all);
          return null;
        },
        () -> !rows.isOffered(task.id()));
  }

  private void refuseExcluded(OfferedTask task) {
    Actor actor = actingPerson.current();
    if (task.description().notBy() != null && !actor.isFlow()) {
      rules
          .refusal(task.id(), actor.name())
          .ifPresent(
              reason -> {
                throw new NotOffered(reason);
              });
    }
  }

  @Override
  public void assign(OfferedTask task, String login) {
    reach(
        () -> {
          taskService.setAssignee(task.id(), login);
          return null;
        },
        () -> !rows.isOffered(task.id()));
  }

  @Override
  public void involve(OfferedTask task, String login) {
    reach(
        () -> {
          taskService.addCandidateUser(task.id(), login);
          return null;
        },
        () -> !rows.isOffered(task.id()));
  }

  @Override
  public void offerTo(OfferedTask task, List<String> groups) {
    reach(
        () -> {
          for (IdentityLink link : taskService.getIdentityLinksForTask(task.id())) {
            if (link.getGroupId() != null && IdentityLinkType.CANDIDATE.equals(link.getType())) {
              taskService.deleteCandidateGroup(task.id(), link.getGroupId());
            }
          }
          groups.forEach(group -> taskService.addCandidateGroup(task.id(), group));
          return null;
        },
        () -> !rows.isOffered(task.id()));
  }

  private <T> T reach(Supplier<T> work) {
    return reach(work, () -> false);
  }

  /**
   * @param isGone whether another transaction removed the task or execution: only then is an engine
   *     failure a conflict, and otherwise a bug
   */
  private <T> T reach(Supplier<T> work, BooleanSupplier isGone) {
    try {
      return trust.trusted(work);
    } catch (OptimisticLockingException | ConcurrencyFailureException e) {
      throw conflict(e);
    } catch (NullValueException e) {
      throw isGone.getAsBoolean() ? conflict(e) : e;
    } catch (ProcessEngineException e) {
      throw isConflict(e) ? conflict(e) : refusalOf(e);
    } catch (NullPointerException e) {
      throw isGone.getAsBoolean() ? conflict(e) : e;
    }
  }

  /** The refusal of a step, which the engine wraps, even twice if a task listener threw it. */
  private static RuntimeException refusalOf(ProcessEngineException e) {
    RuntimeException refusal = e;
    while (refusal.getClass() == ProcessEngineException.class
        && refusal.getCause() instanceof RuntimeException cause) {
      refusal = cause;
    }
    return isConflict(refusal) ? conflict(refusal) : refusal;
  }

  private static boolean isConflict(RuntimeException e) {
    return e instanceof ConcurrencyFailureException
        || e instanceof OptimisticLockingException
        || e instanceof ProcessEngineException engine
            && (engine.getCode() == BuiltinExceptionCode.OPTIMISTIC_LOCKING.getCode()
                || engine.getCode() == BuiltinExceptionCode.DEADLOCK.getCode());
  }

  private static FlowConflict conflict(RuntimeException cause) {
    return new FlowConflict(LocalizableText.of("refused.conflict.flow"), cause);
  }
}
