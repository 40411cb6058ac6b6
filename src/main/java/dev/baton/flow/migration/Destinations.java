package dev.baton.flow.migration;

import dev.baton.engine.migration.FlowDefinitions;
import dev.baton.engine.migration.FlowInstance;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** To which version an instance is brought. */
@Component
class Destinations {

  private final FlowDefinitions definitions;

  Destinations(FlowDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * The version, if it is another one.
   *
   * @param origins where the instances of this incident were before; matters on the way back
   */
  Optional<String> of(Migration migration, FlowInstance instance, Map<String, String> origins) {
    return (migration.backOf() == null
            ? forward(migration.targets(), instance)
            : back(origins, instance))
        .filter(target -> !target.equals(instance.definitionId()));
  }

  /** Nobody is taken back to an older version by chance. */
  Optional<String> forward(Map<String, String> targets, FlowInstance instance) {
    return Optional.ofNullable(targets.get(instance.key()))
        .filter(target -> definitions.get(target).version() > instance.version());
  }

  /**
   * What was called meanwhile goes to the release of the flow that called it; what was started
   * meanwhile by itself stays.
   */
  private Optional<String> back(Map<String, String> origins, FlowInstance instance) {
    String own = origins.get(instance.id());
    String ofRoot = origins.get(instance.rootId());
    if (own != null || ofRoot == null) {
      return Optional.ofNullable(own);
    }
    return definitions
        .ofDeployment(definitions.get(ofRoot).deploymentId(), instance.key())
        .map(found -> found.id());
  }
}
