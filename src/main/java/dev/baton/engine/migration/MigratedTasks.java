package dev.baton.engine.migration;

import dev.baton.engine.TrustedEngineAccess;
import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.UserTaskDescriptions;
import dev.baton.engine.UserTaskListener;
import dev.baton.engine.UserTaskParseListener;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine keeps what a task was given when it was created. After a migration its name, and what
 * {@link UserTaskListener#MIGRATED} listeners look after, follow the model that it belongs to now;
 * its due date, assignee and priority stay.
 */
@Component
class MigratedTasks {

  private final TrustedEngineAccess trust;
  private final UserTaskDescriptions descriptions;
  private final ObjectProvider<UserTaskListener> listeners;

  MigratedTasks(
      TrustedEngineAccess trust,
      UserTaskDescriptions descriptions,
      ObjectProvider<UserTaskListener> listeners) {
    this.trust = trust;
    this.descriptions = descriptions;
    this.listeners = listeners;
  }

  void describeAnew(String instanceId) {
    trust.trusted(
        () -> {
          tasksOf(instanceId).forEach(this::describe);
          return null;
        });
  }

  private static List<TaskEntity> tasksOf(String instanceId) {
    return Context.getCommandContext().getTaskManager().findTasksByProcessInstanceId(instanceId);
  }

  private void describe(TaskEntity task) {
    rename(task);
    if (UserTaskParseListener.hasListenersOfItsOwn(
        task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey()))) {
      return;
    }
    UserTaskDescription description = descriptions.of((DelegateTask) task);
    listeners
        .orderedStream()
        .filter(listener -> listener.event().equals(UserTaskListener.MIGRATED))
        .filter(listener -> listener.fits().test(description))
        .forEach(listener -> listener.listener().notify(task));
  }

  private static void rename(TaskEntity task) {
    var name = task.getTaskDefinition().getNameExpression();
    Object now = name == null ? null : name.getValue(task.getExecution());
    if (now != null && !Objects.equals(now.toString(), task.getName())) {
      task.setName(now.toString());
      task.triggerUpdateEvent();
    }
  }
}
