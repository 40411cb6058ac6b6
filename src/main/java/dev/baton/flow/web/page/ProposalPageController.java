package dev.baton.flow.web.page;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.flow.proposal.DecideProposal;
import dev.baton.flow.proposal.OwnProposal;
import dev.baton.flow.proposal.ReviewProposals;
import dev.baton.flow.proposal.ReviewedProposal;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of one proposal: what it is, what the checks say, and the decision. */
@RestController
@RequestMapping(path = "/desk/flows/proposals/{id}", produces = "text/html;charset=UTF-8")
@Hidden
class ProposalPageController {

  private final ReviewProposals reviews;
  private final OwnProposal own;
  private final DecideProposal decide;
  private final FlowDifferenceViews differences;
  private final NextStep next;
  private final TrialViews trials;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  ProposalPageController(
      ReviewProposals reviews,
      OwnProposal own,
      DecideProposal decide,
      FlowDifferenceViews differences,
      NextStep next,
      TrialViews trials,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.reviews = reviews;
    this.own = own;
    this.decide = decide;
    this.differences = differences;
    this.next = next;
    this.trials = trials;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> page(@PathVariable long id) {
    Visitor visitor = access.visitor(Permission.CHECK_FLOWS);
    ReviewedProposal reviewed = reviews.get(id);
    Map<String, Object> model = layout.model(visitor);
    model.put("visitor", visitor);
    model.put("tab", "flows");
    model.put("reviewed", reviewed);
    model.put("proposal", reviewed.proposal());
    if (reviewed.proposal().releaseNumber() != null) {
      model.putAll(next.of(reviewed.proposal().releaseNumber()));
    }
    if (reviewed.review() != null) {
      model.put("isRefused", reviewed.review().errors() > 0);
      model.put(
          "found",
          pages.words(
              "flowCheck.found",
              visitor.locale(),
              reviewed.review().errors(),
              reviewed.review().warnings()));
      model.put("remarks", FileRemarks.of(reviewed.review().remarks()));
      model.put("consequences", reviewed.review().consequences());
      model.put(
          "differences",
          differences.between(
              reviewed.live(),
              ReleaseOverlay.of(reviewed.sent(), reviewed.live()).together(),
              visitor.locale()));
    }
    trials.putInto(model, id, visitor);
    model.put("hasTrials", reviewed.review() != null || model.get("trial") != null);
    return PageAnswers.page(pages.page("flow-proposal", visitor.locale(), model));
  }

  @PostMapping("/publish")
  ResponseEntity<String> publish(
      @PathVariable long id,
      @RequestParam int revision,
      @RequestParam(required = false) String reason) {
    access.visitor(Permission.DEPLOY);
    decide.publish(id, revision, reason);
    return back(id);
  }

  @PostMapping("/decline")
  ResponseEntity<String> decline(
      @PathVariable long id, @RequestParam(required = false) String reason) {
    access.visitor(Permission.DEPLOY);
    decide.decline(id, reason);
    return back(id);
  }

  @PostMapping("/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable long id, @RequestParam(required = false) String reason) {
    access.visitor(Permission.DEPLOY);
    own.withdraw(id, reason);
    return back(id);
  }

  @PostMapping("/complete")
  ResponseEntity<String> complete(@PathVariable long id) {
    access.visitor(Permission.DEPLOY);
    own.stopGathering(id);
    return back(id);
  }

  @PostMapping("/describe")
  ResponseEntity<String> describe(
      @PathVariable long id,
      @RequestParam(required = false) String title,
      @RequestParam(required = false) String reason) {
    access.visitor(Permission.DEPLOY);
    own.describe(id, title, reason);
    return back(id);
  }

  @PostMapping("/remove")
  ResponseEntity<String> remove(@PathVariable long id, @RequestParam String file) {
    access.visitor(Permission.DEPLOY);
    own.removeFile(id, file);
    return back(id);
  }

  private static ResponseEntity<String> back(long id) {
    return PageAnswers.leadTo("/desk/flows/proposals/" + id);
  }
}
