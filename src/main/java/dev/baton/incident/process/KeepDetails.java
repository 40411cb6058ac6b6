package dev.baton.incident.process;

import dev.baton.engine.TaskFormSchemas;
import dev.baton.engine.TaskFormSchemas.TaskFormSchema;
import dev.baton.incident.IncidentDetail;
import dev.baton.incident.IncidentLifecycle;
import dev.baton.incident.task.KeptFields;
import dev.baton.incident.task.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps with the incident what the form of a completed task says is kept. */
@Component
class KeepDetails implements TaskListener {

  private final TaskFormSchemas schemas;
  private final KeptFields kept;
  private final IncidentLifecycle lifecycle;

  /** Forms that cannot change, by flow version and task. */
  private final Map<String, TaskForm> known = new ConcurrentHashMap<>();

  KeepDetails(TaskFormSchemas schemas, KeptFields kept, IncidentLifecycle lifecycle) {
    this.schemas = schemas;
    this.kept = kept;
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateTask task) {
    List<IncidentDetail> details = kept.of(form(task), task.getName(), task::getVariable);
    if (!details.isEmpty()) {
      lifecycle.keepDetails(FormInput.number(task), details);
    }
  }

  private TaskForm form(DelegateTask task) {
    String step = task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey();
    TaskForm form = known.get(step);
    if (form == null) {
      TaskFormSchema schema = schemas.of(task.getId());
      form = schema.json().map(kept::form).orElse(TaskForm.NONE);
      if (schema.isFixed()) {
        known.put(step, form);
      }
    }
    return form;
  }
}
