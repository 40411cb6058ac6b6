package dev.baton.incident.process;

import dev.baton.engine.UserTaskDescription;
import dev.baton.engine.UserTaskDescriptions;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.IncidentNumber;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * Offers a new task to the incident's team, and to the person who is on it. It begins with an empty
 * form: what was typed into the one before and not taken over by a step is dropped. It is due when
 * the flow goes on by itself; work is due by its clocks, which say so after this.
 */
@Component
class OfferTask implements TaskListener {

  private static final int LONGEST_STORED = 4_000;

  private final IncidentLifecycle lifecycle;
  private final UpdateOpenTasks openWork;
  private final UserTaskDescriptions descriptions;

  OfferTask(
      IncidentLifecycle lifecycle, UpdateOpenTasks openWork, UserTaskDescriptions descriptions) {
    this.lifecycle = lifecycle;
    this.openWork = openWork;
    this.descriptions = descriptions;
  }

  @Override
  public void notify(DelegateTask task) {
    UserTaskDescription description = descriptions.of(task);
    if (description.followsIncident()) {
      clear(task);
    } else {
      keep(task);
    }
    showByStatus(description, task);
    task.setVariableLocal(IncidentVariables.TASK_KIND, description.kind().word());
    openWork.offer(task, description, lifecycle.facts(FormInput.number(task)));
    task.setDueDate((Date) task.getVariable(IncidentVariables.DUE_AT));
  }

  /** The status that the incident shows follows from what it waits for, whoever drew the flow. */
  void showByStatus(UserTaskDescription description, DelegateTask task) {
    IncidentNumber number = FormInput.number(task);
    switch (description.kind()) {
      case HOLD -> {
        Date due = (Date) task.getVariable(IncidentVariables.DUE_AT);
        lifecycle.holdIfAtWork(
            number, description.holdReason(), due == null ? null : due.toInstant(), task.getName());
      }
      case WORK -> lifecycle.resumeIfOnHold(number);
      default -> {
        // The others leave the status as it is.
      }
    }
  }

  private static void clear(DelegateTask task) {
    task.removeVariable(IncidentVariables.OUTCOME);
    task.getVariableNames().stream()
        .filter(IncidentVariables.FORM_INPUT::contains)
        .filter(name -> !isPassing(task, name))
        .forEach(task::removeVariable);
  }

  /** The engine cannot store long texts as such; steps read them back as the same texts. */
  private static void keep(DelegateTask task) {
    task.getVariableNames().stream()
        .filter(IncidentVariables.FORM_INPUT::contains)
        .filter(name -> !isPassing(task, name))
        .forEach(
            name -> {
              if (task.getVariable(name) instanceof String text && text.length() > LONGEST_STORED) {
                task.getExecution()
                    .setVariable(
                        name,
                        Variables.objectValue(text)
                            .serializationDataFormat(SerializationDataFormats.JSON)
                            .create());
              }
            });
  }

  /** Laid out for the steps of this transaction, by a branch that goes on beside this task. */
  private static boolean isPassing(DelegateTask task, String name) {
    TypedValue value = task.getVariableTyped(name, false);
    return value != null && value.isTransient();
  }
}
