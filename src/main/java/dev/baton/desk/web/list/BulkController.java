package dev.baton.desk.web.list;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Suggestion;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.incident.LinkCandidates;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One act on several incidents of the list. */
@RestController
@Hidden
class BulkController {

  /** The fields of the bar. */
  private static final Set<String> FIELDS = Set.of("assignee", "impact", "urgency", "tag", "of");

  private final BulkActions actions;
  private final BulkInput input;
  private final LinkCandidates candidates;
  private final PageAccess access;
  private final PageRenderer pages;

  BulkController(
      BulkActions actions,
      BulkInput input,
      LinkCandidates candidates,
      PageAccess access,
      PageRenderer pages) {
    this.actions = actions;
    this.input = input;
    this.candidates = candidates;
    this.access = access;
    this.pages = pages;
  }

  /** What can be done is done; what cannot is named with the reason. */
  @PostMapping(path = "/desk/incidents/bulk", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> act(
      @RequestParam String act,
      @RequestParam(name = "number", required = false) List<String> numbers,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    Set<String> chosen = numbers == null ? Set.of() : new LinkedHashSet<>(numbers);
    if (chosen.isEmpty()) {
      throw new InvalidInput("number", pages.words("bulk.none", visitor.locale()));
    }
    if (chosen.size() > ListFilter.ON_A_PAGE) {
      throw new InvalidInput(
          "number", pages.words("bulk.tooMany", visitor.locale(), ListFilter.ON_A_PAGE));
    }
    BulkAction wanted = BulkAction.named(act);
    Optional<BulkInput.FieldProblem> problem = input.problem(wanted, given, visitor);
    if (problem.isPresent()) {
      return refused(problem.get(), visitor);
    }
    BulkActions.Outcome outcome = actions.act(wanted, chosen, given, visitor);
    Optional<BulkActions.Refusal> value = outcome.refusedValue();
    if (value.isPresent() && FIELDS.contains(value.get().field())) {
      return refused(
          new BulkInput.FieldProblem(value.get().field(), value.get().reason()), visitor);
    }
    Map<String, Object> model = new HashMap<>();
    model.put("done", outcome.done());
    model.put("refused", outcome.refused());
    model.put("kept", outcome.kept());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("HX-Trigger", "incidents-changed")
        .body(pages.part("bulk", "outcome", visitor.locale(), model));
  }

  /** Nothing was done: the reason stands at the field. */
  private ResponseEntity<String> refused(BulkInput.FieldProblem problem, Visitor visitor) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .cacheControl(CacheControl.noStore())
        .body(
            pages.part(
                "bulk",
                "problem",
                visitor.locale(),
                Map.of("field", problem.field(), "words", problem.words())));
  }

  /** Incidents that the chosen ones may be duplicates of, by number, words or requester. */
  @GetMapping(path = "/desk/incidents/candidates", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<Suggestion>> candidates(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(name = "number", required = false) List<String> numbers) {
    Visitor visitor = access.visitor(Permission.WORK);
    List<String> chosen =
        numbers == null ? List.of() : numbers.stream().limit(ListFilter.ON_A_PAGE).toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(candidates.among(chosen, q.strip(), visitor));
  }
}
