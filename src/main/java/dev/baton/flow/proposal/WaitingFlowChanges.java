package dev.baton.flow.proposal;

import dev.baton.desk.web.FlowChanges;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Tells the board. */
@Component
class WaitingFlowChanges implements FlowChanges {

  private final Proposals proposals;
  private final ReleaseHistory history;

  WaitingFlowChanges(Proposals proposals, ReleaseHistory history) {
    this.proposals = proposals;
    this.history = history;
  }

  @Override
  public Waiting now() {
    return new Waiting(
        history.live().map(PublishedRelease::number).orElse(null),
        proposals.list(Set.of(ProposalState.OPEN), PageRequest.of(0, 1)).getTotalElements(),
        proposals.waitingUpgrade().map(Proposal::id).orElse(null));
  }
}
