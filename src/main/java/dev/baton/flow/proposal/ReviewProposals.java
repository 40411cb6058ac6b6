package dev.baton.flow.proposal;

import dev.baton.access.AccessControl;
import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.release.ReleaseInspection;
import dev.baton.flow.proposal.ReviewedProposal.Change;
import dev.baton.flow.proposal.ReviewedProposal.ReviewedFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the proposals to whoever may check flows. */
@Service
@Transactional(readOnly = true)
public class ReviewProposals {

  private final Proposals proposals;
  private final ProposalContents contents;
  private final ReleaseInspection inspection;
  private final AccessControl access;
  private final ActingPerson actingPerson;

  ReviewProposals(
      Proposals proposals,
      ProposalContents contents,
      ReleaseInspection inspection,
      AccessControl access,
      ActingPerson actingPerson) {
    this.proposals = proposals;
    this.contents = contents;
    this.inspection = inspection;
    this.access = access;
    this.actingPerson = actingPerson;
  }

  /**
   * Open ones first, the last changed first.
   *
   * @param states which; empty for all
   */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public Page<Proposal> list(Set<ProposalState> states, Pageable page) {
    return proposals.list(states, page);
  }

  /**
   * @throws dev.baton.web.NotFound if there is none with this number
   */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public ReviewedProposal get(long id) {
    Proposal proposal = proposals.get(id);
    boolean mayDeploy = access.may(Permission.DEPLOY);
    boolean isOwn = proposal.isBy(actingPerson.current().name());
    if (!proposal.isOpen()) {
      Map<String, byte[]> sent =
          proposals.files(id).stream()
              .collect(Collectors.toMap(ProposedFile::name, ProposedFile::content));
      List<ReviewedFile> files =
          sent.keySet().stream().sorted().map(name -> new ReviewedFile(name, null, false)).toList();
      return new ReviewedProposal(proposal, files, null, false, isOwn, sent, Map.of());
    }
    ProposalContents.Laid laid = contents.laidOverLive(id);
    List<ReviewedFile> files =
        laid.sent().entrySet().stream()
            .map(
                file ->
                    new ReviewedFile(
                        file.getKey(),
                        change(file.getKey(), file.getValue(), laid.definitions()),
                        laid.outdated().contains(file.getKey())))
            .toList();
    return new ReviewedProposal(
        proposal,
        files,
        inspection.inspect(laid.sent(), laid.live()),
        mayDeploy && !isOwn,
        isOwn && mayDeploy,
        laid.sent(),
        laid.live());
  }

  private static Change change(String name, byte[] content, LiveDefinitions live) {
    String now = live.replacedBy(name, content);
    if (now.equals(LiveDefinitions.NONE)) {
      return Change.NEW;
    }
    return now.equals(LiveDefinitions.hash(content)) ? Change.UNCHANGED : Change.CHANGED;
  }
}
