package dev.baton.sla;

import dev.baton.client.Tier;
import dev.baton.incident.Priority;
import java.util.Optional;

/** How often the communication plan lets the client hear of an incident, news or none. */
public interface PlannedUpdateInterval {

  /** Minutes, more than none; empty where the plan names no cadence. */
  Optional<Integer> everyMinutes(Tier tier, Priority priority);
}
