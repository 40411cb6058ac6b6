package dev.baton.flow.web.page;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.flow.proposal.DirectDeployment;
import dev.baton.flow.proposal.ProposalState;
import dev.baton.flow.proposal.ProposeRelease;
import dev.baton.flow.proposal.PublishedRelease;
import dev.baton.flow.proposal.ReleaseHistory;
import dev.baton.flow.proposal.ReviewProposals;
import dev.baton.flow.web.UploadedFiles;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The page of what is live, what is proposed and what was decided. */
@RestController
@RequestMapping(path = "/desk/flows", produces = "text/html;charset=UTF-8")
@Hidden
class FlowsPageController {

  private static final int RELEASES = 20;
  private static final int PROPOSALS = 50;
  private static final int LAST_PAGE = 10_000;

  private final ReviewProposals proposals;
  private final ProposeRelease propose;
  private final ReleaseHistory history;
  private final DirectDeployment direct;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  FlowsPageController(
      ReviewProposals proposals,
      ProposeRelease propose,
      ReleaseHistory history,
      DirectDeployment direct,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.proposals = proposals;
    this.propose = propose;
    this.history = history;
    this.direct = direct;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<String> page(@RequestParam(defaultValue = "0") int page) {
    Visitor visitor = access.visitor(Permission.CHECK_FLOWS);
    int number = Math.min(Math.max(0, page), LAST_PAGE);
    Page<PublishedRelease> releases = history.list(PageRequest.of(number, RELEASES));
    Map<String, Object> model = layout.model(visitor);
    model.put("visitor", visitor);
    model.put("tab", "flows");
    model.put("mayAdminister", access.may(Permission.ADMINISTER));
    model.put("live", history.live().orElse(null));
    model.put("direct", direct.last().orElse(null));
    model.put("open", list(Set.of(ProposalState.OPEN), PROPOSALS));
    model.put(
        "decided",
        list(Set.of(ProposalState.PUBLISHED, ProposalState.DECLINED, ProposalState.WITHDRAWN), 10));
    model.put("releases", releases.getContent());
    model.put("previous", releases.hasPrevious() ? number - 1 : null);
    model.put("next", releases.hasNext() ? number + 1 : null);
    return PageAnswers.page(pages.page("flows", visitor.locale(), model));
  }

  private List<?> list(Set<ProposalState> states, int most) {
    return proposals.list(states, PageRequest.of(0, most)).getContent();
  }

  /** Proposes the chosen files and leads to the proposal. */
  @PostMapping(path = "/proposals", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> propose(
      @RequestParam(name = "file", required = false) List<MultipartFile> files,
      @RequestParam(required = false) String title,
      @RequestParam(required = false) String reason) {
    access.visitor(Permission.DEPLOY);
    return PageAnswers.leadTo(
        "/desk/flows/proposals/" + propose.propose(UploadedFiles.of(files), title, reason).id());
  }

  /** Allows direct deployment, or ends it. */
  @PostMapping("/direct-deployment")
  ResponseEntity<String> decide(
      @RequestParam boolean allowed, @RequestParam(required = false) String reason) {
    access.visitor(Permission.ADMINISTER);
    direct.decide(allowed, reason);
    return PageAnswers.leadTo("/desk/flows");
  }
}
