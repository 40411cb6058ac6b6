package dev.baton.flow.web.page;

import dev.baton.flow.migration.OutdatedIncidents;
import dev.baton.flow.proposal.ReleaseHistory;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What follows a release: the incidents that began before it may be brought to it. */
@Component
class NextStep {

  private final ReleaseHistory history;
  private final OutdatedIncidents outdated;

  NextStep(ReleaseHistory history, OutdatedIncidents outdated) {
    this.history = history;
    this.outdated = outdated;
  }

  /** For the fragment {@code desk/flow-release :: next}. */
  Map<String, Object> of(int number) {
    boolean isLive = history.live().filter(live -> live.number() == number).isPresent();
    return Map.of("isLive", isLive, "behind", isLive ? outdated.count() : 0);
  }
}
