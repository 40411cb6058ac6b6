package dev.baton.engine.migration;

import java.util.Map;

/**
 * An instance and where it goes; those that it has called go by themselves.
 *
 * @param to the version
 * @param targets where it goes on, by the steps without a counterpart
 */
public record FlowMove(FlowInstance instance, String to, Map<String, StepTarget> targets) {

  boolean startsAgain() {
    return targets.values().stream().anyMatch(StepTarget::again);
  }
}
