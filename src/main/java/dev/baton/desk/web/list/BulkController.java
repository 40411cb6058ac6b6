package dev.baton.desk.web.list;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One act on several incidents of the list. */
@RestController
@Hidden
class BulkController {

  private final BulkActions actions;
  private final PageAccess access;
  private final PageRenderer pages;

  BulkController(BulkActions actions, PageAccess access, PageRenderer pages) {
    this.actions = actions;
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
    BulkActions.Outcome outcome = actions.act(BulkAction.named(act), chosen, given, visitor);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("HX-Trigger", "incidents-changed")
        .body(
            pages.part(
                "bulk",
                "outcome",
                visitor.locale(),
                Map.of("done", outcome.done(), "refused", outcome.refused())));
  }
}
