package dev.baton.flow.proposal;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Says whether the program brings flows that wait to be taken over. That is no illness: the desk
 * works with its own release.
 */
@Component("flows")
class FlowDriftHealthIndicator extends AbstractHealthIndicator {

  private final Proposals proposals;
  private final ReleaseHistory history;

  FlowDriftHealthIndicator(Proposals proposals, ReleaseHistory history) {
    super("What is live, and what waits, cannot be read");
    this.proposals = proposals;
    this.history = history;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    history.live().ifPresent(live -> health.withDetail("release", live.number()));
    proposals
        .waitingUpgrade()
        .ifPresent(
            upgrade ->
                health.withDetail(
                    "drift",
                    "Proposal %d takes over the flows of the new version of Baton."
                        .formatted(upgrade.id())));
  }
}
