package dev.baton.desk.web.call;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Offers values for "Log a contact", checks it, and says what to tell the caller afterwards. */
@RestController
@Hidden
class CallFormController {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final CallChoices choices;
  private final CallFormCheck check;
  private final CallerPromise promise;
  private final PageAccess access;
  private final PageRenderer pages;

  CallFormController(
      CallChoices choices,
      CallFormCheck check,
      CallerPromise promise,
      PageAccess access,
      PageRenderer pages) {
    this.choices = choices;
    this.check = check;
    this.promise = promise;
    this.access = access;
    this.pages = pages;
  }

  /** The problems of a form; an empty list if it can be submitted. */
  record CheckedForm(List<CallFormCheck.FieldProblem> problems) {}

  @GetMapping(path = "/desk/calls/choices", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<CallChoices.Choice>> choices(
      @RequestParam String field,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String client) {
    access.visitor(Permission.LOG_CONTACT);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(choices.of(field, q, client));
  }

  /** Changes nothing. */
  @PostMapping(path = "/desk/calls/check", produces = MediaType.APPLICATION_JSON_VALUE)
  CheckedForm check(@RequestBody CallForm form) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    return new CheckedForm(check.problems(form, visitor.locale()));
  }

  /**
   * What is shown when the form has been submitted.
   *
   * @param number of the incident; empty for a contact without one
   * @param added whether the call was added to an incident that was open already
   * @param page whether it is shown on the page "Log a call" instead of Tasklist
   */
  @GetMapping("/desk/calls/logged")
  ResponseEntity<String> logged(
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "false") boolean added,
      @RequestParam(defaultValue = "false") boolean page) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    Map<String, Object> model = new HashMap<>();
    model.put("added", added);
    model.put("page", page);
    if (!number.isEmpty()) {
      IncidentView incident = access.incident(visitor, number);
      model.put("number", incident.number());
      model.put("subject", incident.subject());
      model.put("agreed", promise.isAgreed(new IncidentNumber(incident.number())));
      promise.of(incident, visitor).ifPresent(sentence -> model.put("promise", sentence));
    }
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(pages.part("call", "logged", visitor.locale(), model));
  }
}
