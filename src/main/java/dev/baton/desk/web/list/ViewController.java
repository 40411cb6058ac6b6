package dev.baton.desk.web.list;

import dev.baton.access.Permission;
import dev.baton.desk.view.SavedViews;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.web.NotFound;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The views beside the list, with their counts; loaded after the page, so that it never waits. */
@RestController
@Hidden
class ViewController {

  private static final String HTML = "text/html;charset=UTF-8";

  private final SavedViews saved;
  private final ViewBar bar;
  private final PageAccess access;
  private final PageRenderer pages;

  ViewController(SavedViews saved, ViewBar bar, PageAccess access, PageRenderer pages) {
    this.saved = saved;
    this.bar = bar;
    this.access = access;
    this.pages = pages;
  }

  /** Home: what is mine, the most urgent first; for a client's people, what is open. */
  @GetMapping("/desk")
  ResponseEntity<Void> home() {
    access.visitor(Permission.READ);
    String home =
        access.may(Permission.WORK) ? "/desk/incidents?" + ViewBar.MY_WORK : "/desk/incidents";
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(home)).build();
  }

  /**
   * @param given the filter of the list that is shown
   */
  @GetMapping(path = "/desk/views", produces = HTML)
  ResponseEntity<String> views(@RequestParam Map<String, String> given) {
    return bar(access.visitor(Permission.READ_CONTACT_LOG), given);
  }

  /**
   * Saves the filter that is shown.
   *
   * @param team one of the visitor's teams, or empty for the visitor alone
   */
  @PostMapping(path = "/desk/views", produces = HTML)
  ResponseEntity<String> save(
      @RequestParam(name = "viewName", defaultValue = "") String name,
      @RequestParam(name = "viewTeam", defaultValue = "") String team,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    if (!team.isEmpty() && !bar.teamsOf(visitor).contains(team)) {
      throw new InvalidInput("viewTeam", LocalizableText.of("refused.view.team"));
    }
    saved.save(
        visitor.caller().login(), team.isEmpty() ? null : team, name, ListFilter.of(given).query());
    return bar(visitor, given);
  }

  @PostMapping(path = "/desk/views/{id}/remove", produces = HTML)
  ResponseEntity<String> remove(@PathVariable long id, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ_CONTACT_LOG);
    if (!saved.remove(visitor.caller().login(), id)) {
      throw new NotFound("view", String.valueOf(id));
    }
    return bar(visitor, given);
  }

  private ResponseEntity<String> bar(Visitor visitor, Map<String, String> given) {
    Map<String, Object> model = new HashMap<>();
    model.put("views", bar.of(visitor, ListFilter.of(given)));
    model.put("teams", bar.teamChoices(visitor));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.part("views", "views", visitor.locale(), model));
  }
}
