package dev.baton.desk.web.escalation;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.escalation.Escalations;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers an escalation, or decides it, and shows what came of that with what is next. */
@RestController
@RequestMapping(EscalationListController.PAGE)
@Hidden
class EscalationActController {

  private final Escalations escalations;
  private final DecisionForm form;
  private final DecisionChoices choices;
  private final PageAccess access;
  private final PageRenderer pages;

  EscalationActController(
      Escalations escalations,
      DecisionForm form,
      DecisionChoices choices,
      PageAccess access,
      PageRenderer pages) {
    this.escalations = escalations;
    this.form = form;
    this.choices = choices;
    this.access = access;
    this.pages = pages;
  }

  @PostMapping("/{id:\\d{1,18}}/acknowledge")
  ResponseEntity<String> acknowledge(@PathVariable long id) {
    access.visitor(Permission.ANSWER_ESCALATIONS);
    escalations.acknowledge(id);
    return done(id);
  }

  @PostMapping("/{id:\\d{1,18}}/decide")
  ResponseEntity<String> decide(@PathVariable long id, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.ANSWER_ESCALATIONS);
    try {
      escalations.decide(id, form.read(given));
    } catch (InvalidInput wrong) {
      String place = DecisionForm.placeOf(id, wrong.field());
      if (place == null) {
        throw wrong;
      }
      return refused(place, pages.reason(wrong, visitor.locale()), visitor);
    }
    return done(id);
  }

  @GetMapping("/choices/people")
  ResponseEntity<List<Suggestion>> people(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.ANSWER_ESCALATIONS);
    return suggestions(choices.people(q, visitor));
  }

  @GetMapping("/choices/teams")
  ResponseEntity<List<Suggestion>> teams(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.ANSWER_ESCALATIONS);
    return suggestions(choices.teams(q, visitor));
  }

  private static ResponseEntity<List<Suggestion>> suggestions(List<Suggestion> found) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(found);
  }

  private static ResponseEntity<String> done(long id) {
    return ResponseEntity.ok()
        .header("HX-Redirect", EscalationListController.PAGE + "?done=" + id)
        .build();
  }

  /** At the field; the form stays as it is. */
  private ResponseEntity<String> refused(String place, String words, Visitor visitor) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .header("HX-Reswap", "none")
        .body(
            pages.part(
                "incident",
                "problem",
                visitor.locale(),
                Map.<String, Object>of("id", place, "words", words)));
  }
}
