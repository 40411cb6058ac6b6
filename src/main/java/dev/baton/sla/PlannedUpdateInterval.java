package dev.baton.sla;

import dev.baton.client.Tier;
import dev.baton.incident.Priority;
import java.util.Optional;

/** How often the communication plan promises the client an update, even if there is no news. */
public interface PlannedUpdateInterval {

  /** The interval in minutes, at least 1; empty if the plan names none. */
  Optional<Integer> everyMinutes(Tier tier, Priority priority);
}
