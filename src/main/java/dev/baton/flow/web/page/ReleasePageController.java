package dev.baton.flow.web.page;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.flow.proposal.PublishedRelease;
import dev.baton.flow.proposal.ReleaseHistory;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page of one release: who published it, and what changed with it. */
@RestController
@RequestMapping(path = "/desk/flows/releases/{number}", produces = "text/html;charset=UTF-8")
@Hidden
class ReleasePageController {

  private final ReleaseHistory history;
  private final FlowDifferenceViews differences;
  private final NextStep next;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  ReleasePageController(
      ReleaseHistory history,
      FlowDifferenceViews differences,
      NextStep next,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.history = history;
    this.differences = differences;
    this.next = next;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> page(@PathVariable int number) {
    Visitor visitor = access.visitor(Permission.CHECK_FLOWS);
    PublishedRelease release = history.get(number);
    Optional<PublishedRelease> before = history.before(number);
    Map<String, Object> model = layout.model(visitor);
    model.put("visitor", visitor);
    model.put("release", release);
    model.putAll(next.of(number));
    model.put("before", before.map(PublishedRelease::number).orElse(null));
    model.put(
        "differences",
        before
            .map(
                former ->
                    differences.between(
                        history.files(former.number()), history.files(number), visitor.locale()))
            .orElse(List.of()));
    return PageAnswers.page(pages.page("flow-release", visitor.locale(), model));
  }
}
