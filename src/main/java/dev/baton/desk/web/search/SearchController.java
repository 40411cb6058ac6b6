package dev.baton.desk.web.search;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One field that finds any incident: by number, by any word of it, or by who reported it. */
@RestController
@Hidden
class SearchController {

  private final DeskSearch search;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  SearchController(DeskSearch search, PageAccess access, PageLayout layout, PageRenderer pages) {
    this.search = search;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /** A number leads to its incident at once. */
  @GetMapping(path = "/desk/search", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> find(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.READ);
    String text = q.strip();
    Optional<String> number = search.number(text, visitor);
    if (number.isPresent()) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .location(URI.create("/desk/incidents/" + number.get()))
          .build();
    }
    Map<String, Object> model = layout.model(visitor);
    model.put("q", text);
    model.put("found", text.isEmpty() ? null : search.find(text, visitor));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page("search", visitor.locale(), model));
  }
}
