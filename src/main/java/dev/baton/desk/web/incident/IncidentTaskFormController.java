package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.task.FormComponent;
import dev.baton.incident.task.IncidentTask;
import dev.baton.incident.task.IncidentTasks;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handles the forms of an incident's open tasks: what is filled in, and what is done with it. */
@RestController
@RequestMapping("/desk/incidents/{number}/tasks/{id}")
@Hidden
class IncidentTaskFormController {

  private final IncidentTasks tasks;
  private final TaskPanels panels;
  private final TaskFields fields;
  private final IncidentAnswers answers;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentTaskFormController(
      IncidentTasks tasks,
      TaskPanels panels,
      TaskFields fields,
      IncidentAnswers answers,
      PageAccess access,
      PageRenderer pages) {
    this.tasks = tasks;
    this.panels = panels;
    this.fields = fields;
    this.answers = answers;
    this.access = access;
    this.pages = pages;
  }

  /** The fields as the form shows them with what is filled in so far. */
  @PostMapping("/fields")
  ResponseEntity<String> fields(
      @PathVariable String number,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    IncidentTask task = tasks.task(new IncidentNumber(incident.number()), id);
    TaskPanel panel = panels.panel(task, fields.filledIn(task.form(), sent, visitor), visitor);
    return IncidentPageController.html(
        pages.part(
            "incident",
            "taskFields",
            visitor.locale(),
            Map.of("task", panel, "base", "/desk/incidents/" + incident.number(), "typed", true)));
  }

  @PostMapping("/{act:complete|claim|release}")
  ResponseEntity<String> act(
      @PathVariable String number,
      @PathVariable String id,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> sent) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    IncidentNumber known = new IncidentNumber(incident.number());
    return answers.answer(
        incident,
        visitor,
        sent.toSingleValueMap(),
        () -> {
          IncidentTask task = tasks.task(known, id);
          switch (act) {
            case "claim" -> tasks.claim(known, id);
            case "release" -> tasks.release(known, id);
            default -> complete(known, task, sent, visitor);
          }
          return now ->
              pages.words("tasks.done." + act, visitor.locale(), task.name(visitor.locale()));
        });
  }

  private void complete(
      IncidentNumber number,
      IncidentTask task,
      MultiValueMap<String, String> sent,
      Visitor visitor) {
    try {
      tasks.complete(number, task.id(), fields.filledIn(task.form(), sent, visitor));
    } catch (InvalidInput refused) {
      throw new InvalidInput(refused.field(), labelled(task, refused, visitor));
    }
  }

  /** Names the fields by their labels on the page. */
  private String labelled(IncidentTask task, InvalidInput refused, Visitor visitor) {
    Map<String, String> labels =
        task.form() == null
            ? Map.of()
            : task.form().fields().stream()
                .collect(
                    Collectors.toMap(
                        FormComponent::key,
                        field -> fields.label(task.form(), field, visitor.locale()),
                        (first, second) -> first));
    return refused.problems().stream()
        .map(
            problem ->
                "%s: %s."
                    .formatted(
                        labels.getOrDefault(problem.field(), problem.field()),
                        pages.reason(problem, visitor.locale()).replaceFirst("\\.$", "")))
        .collect(Collectors.joining(" "));
  }
}
