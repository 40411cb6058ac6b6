package dev.baton.escalation;

import dev.baton.client.Tier;
import dev.baton.incident.Priority;
import java.util.Map;

/** The rules of stuck-incidents.dmn as currently deployed. */
public interface StuckRules {

  Table now();

  /** The rule for every tier and priority. */
  record Table(Map<Tier, Map<Priority, StuckRule>> rules) {

    StuckRule of(Tier tier, Priority priority) {
      return rules.getOrDefault(tier, Map.of()).getOrDefault(priority, StuckRule.NONE);
    }
  }
}
