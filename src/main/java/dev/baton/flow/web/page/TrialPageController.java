package dev.baton.flow.web.page;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.flow.proposal.trial.TryProposal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The section of trials on the page of a proposal. */
@RestController
@RequestMapping(path = "/desk/flows/proposals/{id}/trials", produces = "text/html;charset=UTF-8")
@Hidden
class TrialPageController {

  private final TryProposal trials;
  private final TrialViews views;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  TrialPageController(
      TryProposal trials,
      TrialViews views,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.trials = trials;
    this.views = views;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /** Refreshes itself while a trial runs. */
  @GetMapping
  ResponseEntity<String> section(@PathVariable long id) {
    return section(id, access.visitor(Permission.CHECK_FLOWS));
  }

  @PostMapping
  ResponseEntity<String> start(
      @PathVariable long id, @RequestParam int days, @RequestParam int incidents) {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    trials.start(id, days, incidents);
    return section(id, visitor);
  }

  @PostMapping("/{number}/cancel")
  ResponseEntity<String> cancel(@PathVariable long id, @PathVariable int number) {
    Visitor visitor = access.visitor(Permission.DEPLOY);
    trials.cancel(id, number);
    return section(id, visitor);
  }

  @GetMapping(path = "/{number}/report", produces = "application/zip")
  ResponseEntity<byte[]> report(@PathVariable long id, @PathVariable int number) {
    access.visitor(Permission.CHECK_FLOWS);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("baton-proposal-%d-trial-%d.zip".formatted(id, number))
                .build()
                .toString())
        .body(trials.reports(id, number));
  }

  private ResponseEntity<String> section(long id, Visitor visitor) {
    Map<String, Object> model = layout.model(visitor);
    views.putInto(model, id, visitor);
    return PageAnswers.page(pages.part("flow-trial", "trials", visitor.locale(), model));
  }
}
