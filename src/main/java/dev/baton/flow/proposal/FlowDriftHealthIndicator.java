package dev.baton.flow.proposal;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says whether the program brings flows that wait to be taken over. That is no illness: the desk
 * works with its own release.
 */
@Component("flows")
class FlowDriftHealthIndicator implements HealthIndicator {

  private final Proposals proposals;
  private final ReleaseHistory history;

  FlowDriftHealthIndicator(Proposals proposals, ReleaseHistory history) {
    this.proposals = proposals;
    this.history = history;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    history.live().ifPresent(live -> health.withDetail("release", live.number()));
    proposals
        .waitingUpgrade()
        .ifPresent(
            upgrade ->
                health.withDetail(
                    "drift",
                    "Proposal %d takes over the flows of the new version of Baton."
                        .formatted(upgrade.id())));
    return health.build();
  }
}
