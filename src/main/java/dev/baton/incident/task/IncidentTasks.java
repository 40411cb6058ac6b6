package dev.baton.incident.task;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Flows;
import dev.baton.engine.NotOffered;
import dev.baton.engine.OfferedTask;
import dev.baton.engine.OpenTask;
import dev.baton.engine.OpenTasks;
import dev.baton.engine.TaskCompletionRules;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Incidents;
import dev.baton.web.NotFound;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows and completes whatever the flow of an incident asks now. Input is checked by the form that
 * the task names, then by the flow's own steps, both as {@link InvalidInput}.
 */
@Service
@Transactional
public class IncidentTasks {

  private final Incidents incidents;
  private final OpenTasks openTasks;
  private final Flows flows;
  private final TaskCompletionRules rules;
  private final ActingPerson actingPerson;
  private final TaskFormReader forms;
  private final FormInputValidator validator;

  IncidentTasks(
      Incidents incidents,
      OpenTasks openTasks,
      Flows flows,
      TaskCompletionRules rules,
      ActingPerson actingPerson,
      TaskFormReader forms,
      FormInputValidator validator) {
    this.incidents = incidents;
    this.openTasks = openTasks;
    this.flows = flows;
    this.rules = rules;
    this.actingPerson = actingPerson;
    this.forms = forms;
    this.validator = validator;
  }

  /** All open tasks with their forms, oldest first; none if its flow is over or has not begun. */
  @Transactional(readOnly = true)
  public List<IncidentTask> of(IncidentNumber number) {
    Incident incident = incidents.get(number);
    return open(incident).stream().map(task -> view(incident, task)).toList();
  }

  /** Differs once a task comes, goes, or changes its person or its due time. */
  @Transactional(readOnly = true)
  public String revision(IncidentNumber number) {
    return open(incidents.get(number)).toString();
  }

  /**
   * One of them.
   *
   * @throws NotFound if the incident has no such task, or not any more
   */
  @Transactional(readOnly = true)
  public IncidentTask task(IncidentNumber number, String id) {
    Incident incident = incidents.get(number);
    return view(incident, open(incident, id));
  }

  /**
   * Completes the task.
   *
   * @param given values by the keys of the form's fields; fields that the form hides are left out
   * @throws NotFound if the incident has no such task, or not any more
   * @throws NotOffered if the acting person is excluded from it
   */
  @RequiresPermission(Permission.WORK)
  public void complete(IncidentNumber number, String id, Map<String, Object> given) {
    Incident incident = incidents.inTurn(number);
    OpenTask task = open(incident, id);
    refuseExcluded(task);
    flows.complete(task.offered(), validator.accepted(form(task), given));
  }

  /**
   * The acting person takes a task beside the main work.
   *
   * @throws NotOffered if it is the main work, somebody else's, or the person is excluded from it
   */
  @RequiresPermission(Permission.WORK)
  public IncidentTask claim(IncidentNumber number, String id) {
    Incident incident = incidents.inTurn(number);
    OpenTask task = besideTheWork(incident, id, "claim");
    refuseExcluded(task);
    String me = actingPerson.current().name();
    String assignee = task.offered().assignee();
    if (assignee != null && !assignee.equals(me)) {
      throw new NotOffered(
          LocalizableText.of("refused.task.assigned", task.offered().name(), assignee));
    }
    flows.assign(task.offered(), me);
    return view(incident, open(incident, id));
  }

  /** Returns a task beside the main work to its team. */
  @RequiresPermission(Permission.WORK)
  public IncidentTask release(IncidentNumber number, String id) {
    Incident incident = incidents.inTurn(number);
    OpenTask task = besideTheWork(incident, id, "release");
    flows.assign(task.offered(), null);
    return view(incident, open(incident, id));
  }

  private OpenTask besideTheWork(Incident incident, String id, String act) {
    OpenTask task = open(incident, id);
    if (task.offered().followsIncident()) {
      throw new NotOffered(
          LocalizableText.of(
              "refused.task.mainWork",
              task.offered().name(),
              incident.number(),
              LocalizableText.of("refused.verb." + act)));
    }
    return task;
  }

  private void refuseExcluded(OpenTask task) {
    refusal(task)
        .ifPresent(
            reason -> {
              throw new NotOffered(reason);
            });
  }

  private Optional<LocalizableText> refusal(OpenTask task) {
    return task.offered().description().notBy() == null
        ? Optional.empty()
        : rules.refusal(task.offered().id(), actingPerson.current().name());
  }

  private OpenTask open(Incident incident, String id) {
    return open(incident).stream()
        .filter(task -> task.offered().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("task", id));
  }

  private List<OpenTask> open(Incident incident) {
    return incident.flowInstanceId() == null
        ? List.of()
        : openTasks.of(incident.number().value(), incident.flowInstanceId());
  }

  private TaskForm form(OpenTask task) {
    return openTasks
        .form(task)
        .map(schema -> forms.read(schema, openTasks.variables(task)))
        .orElse(TaskForm.NONE);
  }

  private IncidentTask view(Incident incident, OpenTask task) {
    OfferedTask offered = task.offered();
    TaskForm form = form(task);
    return new IncidentTask(
        offered.id(),
        offered.name(),
        offered.description().names(),
        offered.description().kind(),
        offered.description().offers(),
        offered.description().line(),
        offered.description().team() == null ? incident.team() : offered.description().team(),
        offered.assignee(),
        offered.followsIncident(),
        task.createdAt(),
        task.dueAt(),
        refusal(task).orElse(null),
        form == TaskForm.NONE ? null : form);
  }
}
