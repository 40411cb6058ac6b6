package dev.baton.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Offered as a bean where the database is thrown away soon: the engine then writes no history, and
 * the visits of steps and the completed tasks are kept here, each when its transaction commits. One
 * thread moves the flows.
 */
public final class HistoryOfSteps implements HistoryEventHandler {

  private static final String COMPLETED = "completed";
  private static final String ADDED = "add";

  private final Map<String, String> businessKeys = new HashMap<>();
  private final Map<String, Visit> openVisits = new HashMap<>();
  private final List<Visit> endedVisits = new ArrayList<>();
  private final Map<String, Offer> offers = new HashMap<>();
  private final List<CompletedWork> completed = new ArrayList<>();

  private record Visit(
      String instanceId, String processKey, String step, String type, Instant from, Instant to) {}

  private record Offer(Instant at, String group) {

    /** The last one; of several at once, the first by name. */
    Offer orLater(Offer other) {
      int order = other.at.compareTo(at);
      return order > 0 || order == 0 && other.group.compareTo(group) < 0 ? other : this;
    }
  }

  private record CompletedWork(String instanceId, String group) {}

  /**
   * A visit of an instance to a step.
   *
   * @param type as the engine calls it, such as {@code userTask}
   * @param endedAt null while it lasts
   */
  public record StepVisit(
      String businessKey,
      String processKey,
      String step,
      String type,
      Instant startedAt,
      Instant endedAt) {}

  /**
   * A user task that somebody completed.
   *
   * @param group to which the task was offered last; null for none
   */
  public record CompletedTask(String businessKey, String group) {}

  @Override
  public void handleEvent(HistoryEvent event) {
    Runnable note = note(event);
    if (note != null) {
      Context.getCommandContext()
          .getTransactionContext()
          .addTransactionListener(TransactionState.COMMITTED, context -> note.run());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  /** What is to be kept, as it is now: the engine may use the event's object again. */
  private Runnable note(HistoryEvent event) {
    if (event instanceof HistoricActivityInstanceEventEntity step) {
      return visit(step);
    } else if (event instanceof HistoricTaskInstanceEventEntity task) {
      return task(task);
    } else if (event instanceof HistoricIdentityLinkLogEventEntity link) {
      return offer(link);
    } else if (event instanceof HistoricProcessInstanceEventEntity instance
        && instance.getBusinessKey() != null) {
      String id = instance.getProcessInstanceId();
      String key = instance.getBusinessKey();
      return () -> businessKeys.put(id, key);
    }
    return null;
  }

  private Runnable visit(HistoricActivityInstanceEventEntity step) {
    String id = step.getId();
    Visit seen =
        new Visit(
            step.getProcessInstanceId(),
            step.getProcessDefinitionKey(),
            step.getActivityId(),
            step.getActivityType(),
            instant(step.getStartTime()),
            instant(step.getEndTime()));
    return () -> {
      Visit before = openVisits.remove(id);
      Visit now = before == null ? seen : since(before.from(), seen);
      if (now.to() == null) {
        openVisits.put(id, now);
      } else {
        endedVisits.add(now);
      }
    };
  }

  private static Visit since(Instant start, Visit seen) {
    return new Visit(
        seen.instanceId(), seen.processKey(), seen.step(), seen.type(), start, seen.to());
  }

  private Runnable task(HistoricTaskInstanceEventEntity task) {
    if (task.getDeleteReason() == null) {
      return null;
    }
    String id = task.getTaskId();
    String instance = task.getProcessInstanceId();
    boolean isCompleted = COMPLETED.equals(task.getDeleteReason());
    return () -> {
      Offer last = offers.remove(id);
      if (isCompleted) {
        completed.add(new CompletedWork(instance, last == null ? null : last.group()));
      }
    };
  }

  private Runnable offer(HistoricIdentityLinkLogEventEntity link) {
    if (link.getTaskId() == null
        || link.getGroupId() == null
        || !IdentityLinkType.CANDIDATE.equals(link.getType())
        || !ADDED.equals(link.getOperationType())) {
      return null;
    }
    String task = link.getTaskId();
    Offer offer = new Offer(link.getTime().toInstant(), link.getGroupId());
    return () -> offers.merge(task, offer, Offer::orLater);
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  /** Passes on every visit of every instance that has a business key. */
  public void eachVisit(Consumer<StepVisit> taker) {
    endedVisits.forEach(visit -> pass(visit, taker));
    openVisits.values().forEach(visit -> pass(visit, taker));
  }

  private void pass(Visit visit, Consumer<StepVisit> taker) {
    String key = businessKeys.get(visit.instanceId());
    if (key != null) {
      taker.accept(
          new StepVisit(
              key, visit.processKey(), visit.step(), visit.type(), visit.from(), visit.to()));
    }
  }

  /** The completed user tasks of all instances that have a business key. */
  public List<CompletedTask> completedTasks() {
    return completed.stream()
        .filter(work -> businessKeys.containsKey(work.instanceId()))
        .map(work -> new CompletedTask(businessKeys.get(work.instanceId()), work.group()))
        .toList();
  }
}
