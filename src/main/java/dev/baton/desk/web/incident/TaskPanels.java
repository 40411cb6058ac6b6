package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.UserTaskKind;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.task.FormComponent;
import dev.baton.incident.task.FormInputValidator;
import dev.baton.incident.task.IncidentTask;
import dev.baton.incident.task.IncidentTasks;
import dev.baton.incident.task.TaskForm;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The open tasks that the actions do not cover, as the page shows them to the desk's people. */
@Component
class TaskPanels {

  /** The actions do not stand for these. */
  private static final Set<UserTaskKind> OWN_FORM =
      EnumSet.of(UserTaskKind.APPROVAL, UserTaskKind.ASIDE, UserTaskKind.FORM);

  /** What the actions ask for. */
  private static final Set<String> OF_ACTIONS =
      Set.of(
          "outcome",
          "resolutionCode",
          "holdReason",
          "holdUntil",
          "toTeam",
          "toAssignee",
          "duplicateOf",
          "note");

  private final IncidentTasks tasks;
  private final TaskFields fields;
  private final FormInputValidator validator;
  private final StaffDirectory staff;
  private final PageAccess access;
  private final PageRenderer pages;

  TaskPanels(
      IncidentTasks tasks,
      TaskFields fields,
      FormInputValidator validator,
      StaffDirectory staff,
      PageAccess access,
      PageRenderer pages) {
    this.tasks = tasks;
    this.fields = fields;
    this.validator = validator;
    this.staff = staff;
    this.access = access;
    this.pages = pages;
  }

  /** None for a client's people. */
  List<TaskPanel> of(IncidentNumber number, Visitor visitor) {
    return visitor.isOfClient()
        ? List.of()
        : tasks.of(number).stream()
            .filter(TaskPanels::needsItsForm)
            .map(task -> panel(task, initial(task.form()), visitor))
            .toList();
  }

  /** The task with what was filled in so far. */
  TaskPanel panel(IncidentTask task, Map<String, Object> given, Visitor visitor) {
    return new TaskPanel(
        task.id(),
        task.name(visitor.locale()),
        pages.name("task", task.kind(), visitor.locale()),
        task.team() == null ? "–" : staff.team(task.team()).map(TeamView::name).orElse(task.team()),
        task.assignee() == null ? null : staff.name(task.assignee()),
        visitor.at(task.dueAt()),
        refusal(task, visitor),
        !task.followsIncident() && access.may(Permission.WORK) && task.refusal() == null,
        task.form() != null
            && task.form().components().stream().anyMatch(TaskPanels::dependsOnOthers),
        needsMoreToResolve(task),
        task.form() == null ? List.of() : fields.of(task, given, visitor));
  }

  /** Why the visitor cannot complete it; null if they can. */
  private String refusal(IncidentTask task, Visitor visitor) {
    if (!access.may(Permission.WORK)) {
      return pages.words("tasks.reading", visitor.locale());
    }
    return task.refusal() == null ? null : pages.words(task.refusal(), visitor.locale());
  }

  private static boolean needsItsForm(IncidentTask task) {
    return OWN_FORM.contains(task.kind())
        || task.form() != null
            && task.form().fields().stream().anyMatch(field -> !OF_ACTIONS.contains(field.key()));
  }

  private boolean needsMoreToResolve(IncidentTask task) {
    return task.form() != null
        && task.offers().contains("resolve")
        && task.form().fields().stream()
            .filter(field -> field.isRequired() && !OF_ACTIONS.contains(field.key()))
            .anyMatch(
                field ->
                    validator.isSurelyVisible(task.form(), field, Map.of("outcome", "resolved")));
  }

  private static boolean dependsOnOthers(FormComponent component) {
    return !component.hiddenIf().isEmpty() || component.label().startsWith("=");
  }

  /** What the form begins with: its own defaults, or what the flow has under the same name. */
  private static Map<String, Object> initial(TaskForm form) {
    Map<String, Object> values = new HashMap<>();
    if (form != null) {
      for (FormComponent field : form.fields()) {
        Object value =
            form.variables().getOrDefault(field.key(), TaskFields.scalar(field, "defaultValue"));
        if (value != null) {
          values.put(field.key(), value);
        }
      }
    }
    return values;
  }
}
